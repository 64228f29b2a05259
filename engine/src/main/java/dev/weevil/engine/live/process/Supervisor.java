package dev.weevil.engine.live.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A small process of its own session that owns every other process of a run. It holds a pipe from
 * here; when that ends, however this process ends, it kills all of them with SIGKILL, stopped ones
 * too, with everything they started in their process groups. Needs {@code sh} and {@code setsid}.
 *
 * <p>What a process moves into a session of its own escapes: start programs in the foreground.
 */
public final class Supervisor implements AutoCloseable {

    /** Hears what becomes of processes, on a thread of the supervisor's. */
    public interface Watch {

        /** The process runs, as the leader of a process group of the same number. */
        void started(String name, long pid);

        /** The process and its group are gone; the status is as in {@code $?} of a shell. */
        void ended(String name, int status);

        /** The supervisor itself is gone, and nobody asked for it. */
        void lost();
    }

    private static final long PATIENCE_SECONDS = 30;

    private final Path folder;
    private final Watch watch;
    private final Process process;
    private final OutputStream orders;
    private final Thread listener;
    private boolean closed;

    private Supervisor(Path folder, Watch watch, Process process) {
        this.folder = folder;
        this.watch = watch;
        this.process = process;
        this.orders = process.getOutputStream();
        this.listener = new Thread(this::listen, "supervisor answers");
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * Starts a supervisor.
     *
     * @param folder an existing folder for launch scripts and the supervisor's own log
     */
    public static Supervisor open(Path folder, Watch watch) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Process process = new ProcessBuilder(
                        "setsid", "sh", "-c", script(), "weevil-supervisor", absolute.toString())
                .redirectError(absolute.resolve("supervisor.log").toFile())
                .start();
        return new Supervisor(absolute, watch, process);
    }

    private static String script() throws IOException {
        try (InputStream script = Supervisor.class.getResourceAsStream("supervisor.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Starts a process. Its name must not be that of one that still runs. */
    public void start(Launch launch) throws IOException {
        Files.writeString(folder.resolve(launch.name() + ".launch"), launch.script());
        order("start " + launch.name());
    }

    /** Sends the signal to the group of a process that {@link Watch#started} told of. */
    public void signal(long pid, Signal signal) throws IOException {
        order("signal " + pid + " " + signal);
    }

    private synchronized void order(String line) throws IOException {
        if (closed) {
            throw new IOException("the supervisor is closed");
        }
        orders.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        orders.flush();
    }

    /** Kills everything, and returns once it is gone. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            orders.close();
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("expected the supervisor to have killed all processes within "
                        + PATIENCE_SECONDS + " s; it (pid " + process.pid() + ") still runs");
            }
            listener.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            // The supervisor finishes by itself; there is nothing to wait for but certainty.
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (BufferedReader answers = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                heard(line.split(" "));
            }
        } catch (IOException e) {
            // As good as its end, which is told below.
        }
        if (!isClosed()) {
            watch.lost();
        }
    }

    private void heard(String[] words) {
        if (words[0].equals("started")) {
            watch.started(words[1], Long.parseLong(words[2]));
        } else if (words[0].equals("ended")) {
            watch.ended(words[1], Integer.parseInt(words[2]));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
