package dev.weevil.checker.agreement;

import java.util.Objects;

/**
 * One correct replica applied one request to its state.
 *
 * @param request a name of the request that no other request has, such as client and timestamp
 */
public record Execution(String replica, String request) {

    public Execution {
        Objects.requireNonNull(replica, "replica");
        Objects.requireNonNull(request, "request");
    }
}
