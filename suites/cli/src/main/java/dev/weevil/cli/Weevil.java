package dev.weevil.cli;

import dev.weevil.cli.check.CheckCommand;
import dev.weevil.cli.replay.ReplayCommand;
import dev.weevil.cli.show.Terminal;
import dev.weevil.cli.suite.ListCommand;
import dev.weevil.cli.suite.RunCommand;
import dev.weevil.cli.suite.Suites;
import dev.weevil.cli.suite.Workshop;
import dev.weevil.cli.usage.Complaint;
import dev.weevil.cli.usage.Defaults;
import dev.weevil.cli.zyzzyva.ZyzzyvaCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "weevil",
        description = "Byzantine fault-injection testing for replicated systems.",
        versionProvider = Version.class)
final class Weevil implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * The command line with its subcommands.
     *
     * @param defaults where options come from that are not given
     */
    static CommandLine of(Suites suites, Workshop workshop, Terminal terminal, Defaults defaults) {
        CommandLine weevil = new CommandLine(new Weevil())
                .addSubcommand(new ListCommand(suites))
                .addSubcommand(new RunCommand(suites, workshop, terminal))
                .addSubcommand(new ReplayCommand(suites, workshop))
                .addSubcommand(new CheckCommand(workshop.interruption()))
                .addSubcommand(ZyzzyvaCommand.of(workshop.interruption()));
        Complaint complaint = new Complaint(defaults);
        weevil.getCommandSpec().mixinStandardHelpOptions(true);
        weevil.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return weevil.setDefaultValueProvider(defaults)
                .setParameterExceptionHandler(complaint)
                .setExecutionExceptionHandler(complaint)
                .setErr(terminal.err());
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a subcommand, found none");
    }
}
