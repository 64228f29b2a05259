package dev.weevil.cli;

import dev.weevil.cli.show.Terminal;
import dev.weevil.cli.suite.Engines;
import dev.weevil.cli.suite.HtmlPages;
import dev.weevil.cli.suite.Interruption;
import dev.weevil.cli.suite.Suites;
import dev.weevil.cli.suite.Workshop;
import dev.weevil.cli.usage.Defaults;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;

/** Types commands in this process, and keeps what they print. */
final class Shell {

    final Properties properties = new Properties();
    final Interruption interruption = new Interruption();
    private Map<String, String> environment = Map.of();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Shell with(String variable, String value) {
        environment = Map.of(variable, value);
        return this;
    }

    /** The exit code. */
    int type(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        return Weevil.of(
                        Suites.installed(),
                        new Workshop(new Engines(), new HtmlPages("weevil"), interruption),
                        new Terminal(errors, false, false, System::nanoTime, "weevil"),
                        new Defaults(properties, environment))
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
