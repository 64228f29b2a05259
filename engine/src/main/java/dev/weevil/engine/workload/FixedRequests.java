package dev.weevil.engine.workload;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Each client's requests, written down: it asks for them in this order and then for nothing more.
 *
 * @param byClient in the order of the clients; a client beyond the last list asks for nothing
 */
public record FixedRequests(List<List<Request>> byClient) implements Generator {

    public FixedRequests {
        byClient = byClient.stream().map(List::copyOf).toList();
    }

    /** Of one client. */
    public static FixedRequests of(Request... requests) {
        return new FixedRequests(List.of(Arrays.asList(requests)));
    }

    /** How many they are together. */
    public int count() {
        return byClient.stream().mapToInt(List::size).sum();
    }

    @Override
    public boolean hasNext(int client, long count) {
        return client < byClient.size() && count < byClient.get(client).size();
    }

    @Override
    public Request next(int client, long count, SplittableRandom random) {
        return byClient.get(client).get((int) count);
    }
}
