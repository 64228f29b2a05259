package dev.weevil.cli.usage;

import java.io.File;

/** How this process was started, for commands that people are told to type. */
public final class Launcher {

    private Launcher() {}

    /** {@code java -jar suites/cli/target/weevil.jar}, or {@code weevil} where it is no jar. */
    public static String ofThisProcess() {
        String classPath = System.getProperty("java.class.path", "");
        boolean jar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        return jar ? "java -jar " + classPath : "weevil";
    }
}
