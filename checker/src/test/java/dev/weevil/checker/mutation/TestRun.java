package dev.weevil.checker.mutation;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs test classes; public for the loader it is called through. */
public final class TestRun {

    private TestRun() {}

    /**
     * The methods that failed, once each.
     *
     * @param classes below {@code dev.weevil.checker}
     * @throws IllegalStateException where there was nothing to run
     */
    public static List<String> failures(List<String> classes) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        classes.forEach(name ->
                request.selectors(DiscoverySelectors.selectClass("dev.weevil.checker." + name)));
        return run(request.build());
    }

    private static List<String> run(LauncherDiscoveryRequest request) {
        Set<String> failed = new LinkedHashSet<>();
        int[] finished = new int[1];
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                finished[0] += test.isTest() ? 1 : 0;
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(name(test));
                }
            }
        });
        if (finished[0] == 0) {
            throw new IllegalStateException("no tests were run");
        }
        return new ArrayList<>(failed);
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
    }
}
