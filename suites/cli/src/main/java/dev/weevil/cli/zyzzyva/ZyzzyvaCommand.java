package dev.weevil.cli.zyzzyva;

import dev.weevil.cli.suite.Interruption;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weevil zyzzyva}. */
@Command(
        name = "zyzzyva",
        description =
                "A key-value store that tolerates Byzantine replicas: founds a cluster, runs a"
                        + " replica of it, or uses it.")
public final class ZyzzyvaCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command with its subcommands. */
    public static CommandLine of(Interruption interruption) {
        CommandLine command = new CommandLine(new ZyzzyvaCommand())
                .addSubcommand(new InitCommand())
                .addSubcommand(new ServerCommand(interruption))
                .addSubcommand(new GetCommand())
                .addSubcommand(new PutCommand())
                .addSubcommand(new CasCommand());
        command.getSubcommands()
                .values()
                .forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        return command;
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a subcommand, found none");
    }
}
