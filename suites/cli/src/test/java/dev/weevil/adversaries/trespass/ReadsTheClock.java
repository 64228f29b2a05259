package dev.weevil.adversaries.trespass;

import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Observation;

import java.time.Duration;
import java.util.List;

/** Time reaches adversaries in observations only. */
public final class ReadsTheClock implements Adversary {

    @Override
    public List<Act> on(Observation observation) {
        return List.of(new Act.WakeMe(Duration.ofNanos(System.nanoTime()), "later"));
    }
}
