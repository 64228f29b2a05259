package dev.weevil.engine.live.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a process is started.
 *
 * @param name of the process in its run, letters, digits, dots and dashes
 * @param command the program and its arguments, passed as they are
 * @param environment variables added to the harness's own
 * @param directory the working directory
 * @param output a file that standard output is appended to
 * @param errors a file that standard error is appended to
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path output,
        Path errors) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (!name.matches("[A-Za-z0-9.-]+") || command.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a name without blanks and a command, found '" + name + "' and "
                            + command);
        }
        environment.keySet().forEach(variable -> {
            if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException(
                        name + ": expected the name of a variable, found '" + variable + "'");
            }
        });
    }

    /** The script that becomes the process. */
    String script() {
        StringBuilder script = new StringBuilder();
        script.append("exec >>").append(quoted(output)).append(" 2>>").append(quoted(errors));
        script.append("\ncd ").append(quoted(directory)).append(" || exit 126\n");
        new TreeMap<>(environment)
                .forEach((variable, value) -> script.append("export ")
                        .append(variable)
                        .append('=')
                        .append(quoted(value))
                        .append('\n'));
        script.append("exec");
        command.forEach(word -> script.append(' ').append(quoted(word)));
        return script.append('\n').toString();
    }

    private static String quoted(Object word) {
        return "'" + word.toString().replace("'", "'\\''") + "'";
    }
}
