package dev.weevil.redis.resp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection to a server on this machine. For one thread; {@link #close} may come from another. */
public final class RespConnection implements AutoCloseable {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LONGEST_TEXT = 16 << 20;
    private static final int MOST_REPLIES = 4096;
    private static final int DEEPEST = 8;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /**
     * Connects.
     *
     * @param patience how long to wait for the connection, and for each reply
     * @throws IOException if nobody listens there
     */
    public RespConnection(int port, Duration patience) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Asks, and waits for the reply.
     *
     * @throws IOException if none came in time, or none that can be understood; whether the server did
     *     what was asked is unknown then, and the connection is of no further use
     */
    public Reply call(String... words) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(ascii("*" + words.length + "\r\n"));
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            request.writeBytes(ascii("$" + bytes.length + "\r\n"));
            request.writeBytes(bytes);
            request.writeBytes(ascii("\r\n"));
        }
        request.writeTo(out);
        return reply(0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Reply reply(int depth) throws IOException {
        String line = line();
        String rest = line.isEmpty() ? "" : line.substring(1);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> new Reply.Text(Optional.of(rest));
            case '-' -> new Reply.Failure(rest);
            case ':' -> new Reply.Whole(number(rest, Long.MIN_VALUE, Long.MAX_VALUE));
            case '$' -> text((int) number(rest, -1, LONGEST_TEXT));
            case '*' -> several((int) number(rest, -1, MOST_REPLIES), depth);
            default -> throw new IOException("expected a reply, found '" + line + "'");
        };
    }

    private Reply several(int count, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("expected replies in replies at most " + DEEPEST + " deep");
        }
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            replies.add(reply(depth + 1));
        }
        return new Reply.Several(replies);
    }

    private Reply text(int length) throws IOException {
        if (length < 0) {
            return new Reply.Text(Optional.empty());
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || !line().isEmpty()) {
            throw new EOFException("the reply ended inside a text of " + length + " bytes");
        }
        return new Reply.Text(Optional.of(new String(bytes, StandardCharsets.UTF_8)));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("expected a line, found " + line.size() + " bytes of one");
            }
            line.write(next);
        }
        if (in.read() != '\n') {
            throw new IOException("expected the end of a line");
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static long number(String text, long least, long most) throws IOException {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new IOException(
                "expected a number of " + least + " to " + most + ", found '" + text + "'");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nobody is left to whom it matters.
        }
    }
}
