package dev.weevil.checker.mutation;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The checker with a fault: the changed source, compiled into a folder of its own that comes before all
 * other classes. The sources themselves are only read.
 */
final class Mutant implements AutoCloseable {

    /** Relative to the module, where tests run. */
    static final Path SOURCES = Path.of("src", "main", "java", "dev", "weevil", "checker");

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final URLClassLoader loader;

    private Mutant(URLClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Compiles it.
     *
     * @param folder empty; for the source and its classes
     * @throws IllegalStateException if the source no longer reads as the fault says, or does not compile
     */
    static Mutant of(Fault fault, Path folder) throws IOException {
        String source = Files.readString(SOURCES.resolve(fault.file()));
        Path copy = folder.resolve("source").resolve(fault.file());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, fault.applyTo(source));
        compile(fault, copy, folder);
        List<URL> classes = new ArrayList<>();
        classes.add(folder.toUri().toURL());
        for (String entry : CLASS_PATH.split(File.pathSeparator, -1)) {
            classes.add(Path.of(entry).toUri().toURL());
        }
        return new Mutant(new URLClassLoader(
                classes.toArray(new URL[0]), ClassLoader.getPlatformClassLoader()));
    }

    private static void compile(Fault fault, Path copy, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                CLASS_PATH,
                copy.toString());
        if (code != 0) {
            throw new IllegalStateException("with the fault '" + fault.mistake()
                    + "' the source does not compile; see above");
        }
    }

    /** The tests that fail, of these classes; run on a thread that looks for classes here first. */
    @SuppressWarnings("unchecked")
    List<String> failures(List<String> tests) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return (List<String>) loader.loadClass(TestRun.class.getName())
                    .getMethod("failures", List.class)
                    .invoke(null, tests);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
