package dev.weevil.checker.benchmark;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@link CheckerBenchmark} was asked to do. */
record BenchmarkArguments(Optional<Path> histories, Optional<Peer> peer, Pattern only) {

    static BenchmarkArguments of(String[] args) {
        Optional<Path> histories = Optional.empty();
        Optional<String> command = Optional.empty();
        String seconds = "10";
        String only = "";
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("every option has a value");
        }
        for (int i = 0; i < args.length; i += 2) {
            String value = args[i + 1];
            switch (args[i]) {
                case "--histories" -> histories = Optional.of(Path.of(value).toAbsolutePath());
                case "--peer" -> command = Optional.of(value);
                case "--peer-seconds" -> seconds = value;
                case "--only" -> only = value;
                default -> throw new IllegalArgumentException("no option " + args[i]);
            }
        }
        String limit = seconds;
        return new BenchmarkArguments(
                histories, command.map(text -> new Peer(text, limit)), Pattern.compile(only));
    }

    boolean wants(String title) {
        return only.matcher(title).find();
    }
}
