package dev.weevil.cli.zyzzyva;

import dev.weevil.cli.usage.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code weevil zyzzyva put}. */
@Command(name = "put", description = "Puts a value under a key.")
final class PutCommand implements Callable<Integer> {

    @Mixin
    private Access access = new Access();

    @Parameters(index = "0", paramLabel = "KEY")
    private String key = "";

    @Parameters(index = "1", paramLabel = "VALUE")
    private String value = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return access.use(
                (client, patience) -> {
                    client.put(key, value, patience);
                    return ExitCode.HELD;
                },
                spec.commandLine().getErr());
    }
}
