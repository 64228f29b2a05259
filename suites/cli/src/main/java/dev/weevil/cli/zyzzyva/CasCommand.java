package dev.weevil.cli.zyzzyva;

import dev.weevil.cli.usage.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code weevil zyzzyva cas}. */
@Command(
        name = "cas",
        description = "Replaces a key's value if it is the expected one; exit code 1 if it is not.")
final class CasCommand implements Callable<Integer> {

    @Mixin
    private Access access = new Access();

    @Parameters(index = "0", paramLabel = "KEY")
    private String key = "";

    @Parameters(index = "1", paramLabel = "EXPECTED")
    private String expected = "";

    @Parameters(index = "2", paramLabel = "VALUE")
    private String value = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return access.use(
                (client, patience) -> {
                    boolean done = client.compareAndSet(key, expected, value, patience);
                    spec.commandLine().getOut().println(done ? "replaced" : "another value");
                    return done ? ExitCode.HELD : ExitCode.UNEXPECTED;
                },
                spec.commandLine().getErr());
    }
}
