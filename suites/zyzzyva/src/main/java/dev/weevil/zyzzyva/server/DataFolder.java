package dev.weevil.zyzzyva.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder in which a node keeps what it must not forget: used by one process at a time, and, once
 * reserved, by one node for as long as its file {@code owner} is there. The system lets go of it when
 * the process ends, however it ends.
 */
final class DataFolder implements AutoCloseable {

    private static final String OWNER = "owner";

    /** Owners are a line; whatever is longer is another file. */
    private static final int LONGEST = 200;

    /** The lock is the process's: to close any channel of the file would give it up. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path real;
    private final FileChannel owner;

    private DataFolder(Path path, Path real, FileChannel owner) {
        this.path = path;
        this.real = real;
        this.owner = owner;
    }

    /**
     * Takes the folder, which is created where it does not exist, until it is closed.
     *
     * @throws IOException naming the folder, if a process uses it, this one included
     */
    static DataFolder take(Path path, NodeId self) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + ": expected a folder, found a file", e);
        }
        Path real = path.toRealPath();
        if (!OWN.add(real)) {
            throw inUse(path, self);
        }
        try {
            return new DataFolder(path, real, locked(path, self));
        } catch (IOException e) {
            OWN.remove(real);
            throw e;
        }
    }

    private static FileChannel locked(Path path, NodeId self) throws IOException {
        FileChannel owner = FileChannel.open(
                path.resolve(OWNER),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            if (owner.tryLock() == null) {
                throw inUse(path, self);
            }
            return owner;
        } catch (IOException e) {
            owner.close();
            throw e;
        }
    }

    private static IOException inUse(Path path, NodeId self) {
        return new IOException(path + ": expected a folder that nobody uses, found one in use:"
                + " nobody can be " + self + " twice at once");
    }

    /**
     * Reserves the folder: promises are worth nothing in the hands of another node.
     *
     * @param who as it is said in complaints; a line
     * @throws IOException naming the folder, if it has been reserved for another
     */
    void reserve(String who) throws IOException {
        // By this very channel, as another of this file would give up the lock when it is closed.
        ByteBuffer found = ByteBuffer.allocate(LONGEST);
        owner.read(found, 0);
        String earlier = UTF_8.decode(found.flip()).toString().strip();
        if (earlier.isEmpty()) {
            owner.write(UTF_8.encode(who + "\n"), 0);
            owner.force(true);
        } else if (!earlier.equals(who)) {
            throw new IOException(
                    path + ": expected the data of " + who + ", found that of " + earlier);
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            owner.close();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot let go of it", e);
        } finally {
            OWN.remove(real);
        }
    }
}
