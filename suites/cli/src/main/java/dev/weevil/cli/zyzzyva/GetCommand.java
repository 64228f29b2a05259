package dev.weevil.cli.zyzzyva;

import dev.weevil.cli.usage.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code weevil zyzzyva get}. */
@Command(name = "get", description = "Prints a key's value; exit code 1 if it has none.")
final class GetCommand implements Callable<Integer> {

    @Mixin
    private Access access = new Access();

    @Parameters(paramLabel = "KEY")
    private String key = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return access.use(
                (client, patience) -> {
                    Optional<Object> value = client.get(key, patience);
                    value.ifPresent(spec.commandLine().getOut()::println);
                    return value.isPresent() ? ExitCode.HELD : ExitCode.UNEXPECTED;
                },
                spec.commandLine().getErr());
    }
}
