package dev.weevil.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Our own scripts and styles, which travel inside the page. */
public final class Assets {

    private Assets() {}

    /** The files of that class's package, one behind the other. */
    public static String joined(Class<?> beside, List<String> files) {
        return files.stream().map(file -> read(beside, file)).collect(Collectors.joining("\n"));
    }

    private static String read(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "no resource " + file + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content policy of a page that loads nothing and runs only what is given here: should text ever
     * escape its element, it is still no program.
     */
    public static String policy(String script, String style) {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src " + hash(script)
                + "; style-src " + hash(style);
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
