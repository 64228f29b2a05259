package dev.weevil.zyzzyva.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weevil.engine.node.NodeId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder in which a node keeps what it must not forget: used by one process at a time, and, once
 * reserved, by one node for ever. The system lets go of it when the process ends, however it ends.
 */
final class DataFolder implements AutoCloseable {

    private static final String OWNER = "owner";

    /** Owners are a line; whatever is longer is another file. */
    private static final int LONGEST = 200;

    private final Path path;
    private final FileChannel owner;

    private DataFolder(Path path, FileChannel owner) {
        this.path = path;
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
            throw new IOException(path + ": expected a folder, found a file", e);
        }
        FileChannel owner = FileChannel.open(
                path.resolve(OWNER),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (!locks(owner)) {
            owner.close();
            throw new IOException(path + ": expected a folder that nobody uses, found one in use:"
                    + " nobody can be " + self + " twice at once");
        }
        return new DataFolder(path, owner);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // This very process has it.
        }
    }

    /**
     * Reserves the folder: promises are worth nothing in the hands of another node.
     *
     * @param who as it is said in complaints; a line
     * @throws IOException naming the folder, if it has been reserved for another
     */
    void reserve(String who) throws IOException {
        // By this very channel: to close another one of the file would give up the lock.
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
        }
    }
}
