package dev.weevil.zyzzyva.deletion;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What is left of the protocol without a rule: the changed sources, compiled into a folder of their
 * own that comes before all other classes. The sources themselves are only read.
 */
final class Remnant implements AutoCloseable {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final Path IN_MODULE =
            Path.of("src", "main", "java", "dev", "weevil", "zyzzyva");

    /** Tests run in the folder of the module, people in that of the project. */
    static final Path SOURCES = Files.isDirectory(IN_MODULE)
            ? IN_MODULE
            : Path.of("suites", "zyzzyva").resolve(IN_MODULE);

    private final URLClassLoader loader;

    private Remnant(URLClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Compiles it.
     *
     * @param folder empty; for sources and classes
     * @throws java.nio.file.NoSuchFileException where neither folder is the current one
     * @throws IllegalStateException naming the rule and the place, if the sources no longer read as
     *     the deletion says, or do not compile without it
     */
    static Remnant of(Deletion deletion, Path folder) throws IOException {
        Map<String, String> changed = new LinkedHashMap<>();
        for (Edit edit : deletion.edits()) {
            String source = changed.containsKey(edit.file())
                    ? changed.get(edit.file())
                    : Files.readString(SOURCES.resolve(edit.file()));
            changed.put(edit.file(), edit.applyTo(deletion.rule(), source));
        }
        compile(deletion.rule(), changed, folder);
        List<URL> classes = new ArrayList<>();
        classes.add(folder.toUri().toURL());
        for (String entry : CLASS_PATH.split(File.pathSeparator, -1)) {
            classes.add(Path.of(entry).toUri().toURL());
        }
        // Everything anew: lambdas of the engine are linked to the messages they first saw.
        return new Remnant(new URLClassLoader(
                classes.toArray(new URL[0]), ClassLoader.getPlatformClassLoader()));
    }

    private static void compile(String rule, Map<String, String> changed, Path folder)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-d", folder.toString(), "-cp", CLASS_PATH));
        for (Map.Entry<String, String> file : changed.entrySet()) {
            Path copy = folder.resolve("sources").resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
            arguments.add(copy.toString());
        }
        if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
            throw new IllegalStateException(
                    "without " + rule + " the sources do not compile; see above");
        }
    }

    /** See {@link Examination#reds}. */
    @SuppressWarnings("unchecked")
    Map<String, String> reds(Predicate<String> scenarios) {
        try {
            return (Map<String, String>) loader.loadClass(Examination.class.getName())
                    .getMethod("reds", Predicate.class)
                    .invoke(null, scenarios);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
