package dev.weevil.engine.live;

import dev.weevil.engine.cluster.LinkModel;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.run.Plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says once per rule and link where an attack leaves the link model that the system declared. */
final class LinkRules {

    private static final Set<Touch.Kind> UNFAIR = Set.of(
            Touch.Kind.ALTERED, Touch.Kind.DROPPED, Touch.Kind.DUPLICATED, Touch.Kind.INJECTED);

    private record Case(Touch touch, Endpoint from, Endpoint to) {}

    private final Plan plan;
    private final Set<Case> told = new HashSet<>();

    LinkRules(Plan plan) {
        this.plan = plan;
    }

    /** A sentence, where these touches were not fair on the envelope's link. */
    Optional<String> objection(Envelope envelope, List<Touch> touches) {
        if (plan.system().linkModel() != LinkModel.RELIABLE_FIFO
                || corrupted(envelope.from())
                || corrupted(envelope.to())) {
            return Optional.empty();
        }
        return touches.stream()
                .filter(touch -> UNFAIR.contains(touch.kind()))
                .filter(touch -> told.add(new Case(touch, envelope.from(), envelope.to())))
                .findFirst()
                .map(touch -> "outside tolerance: " + touch.rule() + " "
                        + touch.kind().name().toLowerCase(java.util.Locale.ROOT) + " bytes from "
                        + envelope.from() + " to " + envelope.to() + ", both correct, but "
                        + plan.system().name() + " relies on its connections");
    }

    private boolean corrupted(Endpoint endpoint) {
        return plan.attack().corrupted().contains(endpoint.node());
    }
}
