package dev.weevil.cli;

import dev.weevil.cli.show.Terminal;
import dev.weevil.cli.suite.Engines;
import dev.weevil.cli.suite.HtmlPages;
import dev.weevil.cli.suite.Interruption;
import dev.weevil.cli.suite.Suites;
import dev.weevil.cli.suite.Workshop;
import dev.weevil.cli.usage.Defaults;
import dev.weevil.cli.usage.Launcher;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where {@code java -jar weevil.jar} begins: the one place that knows the process it is in. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Interruption interruption = new Interruption();
        interruption.onShutdown();
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err =
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        String launcher = Launcher.ofThisProcess();
        int code = Weevil.of(
                        Suites.installed(),
                        new Workshop(new Engines(), new HtmlPages(launcher), interruption),
                        Terminal.of(err, System.getenv(), launcher),
                        new Defaults(System.getProperties(), System.getenv()))
                .setOut(out)
                .execute(arguments);
        out.flush();
        err.flush();
        interruption.finish();
        System.exit(code);
    }
}
