package dev.weevil.engine.cluster;

import java.util.List;
import java.util.Map;

/**
 * How a process is started, in its own folder.
 *
 * @param command the program, found on the PATH or by its own, and its arguments; it must stay in the
 *     foreground
 * @param environment variables beside the harness's own
 * @param probe tells when it is ready
 */
public record ProcessPlan(List<String> command, Map<String, String> environment, Probe probe) {

    public ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
