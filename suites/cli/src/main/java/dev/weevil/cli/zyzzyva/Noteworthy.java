package dev.weevil.cli.zyzzyva;

import dev.weevil.engine.live.host.Reporter;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Prints what a replica's operator wants to know; not what happens with every request. */
final class Noteworthy implements Reporter {

    private static final Set<String> TOLD = Set.of(
            Fact.ACCUSED,
            Fact.ROLLED_BACK,
            "convicted",
            "promised",
            "entered",
            "transferred",
            "diverged",
            "restored");

    private final String who;
    private final PrintWriter out;
    private volatile boolean broken;

    Noteworthy(String who, PrintWriter out) {
        this.who = who;
        this.out = out;
    }

    boolean isBroken() {
        return broken;
    }

    void say(String sentence) {
        out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + who + " " + sentence);
        out.flush();
    }

    @Override
    public void observed(Fact fact) {
        if (TOLD.contains(fact.name())) {
            say(fact.toString());
        }
    }

    @Override
    public void broke(String complaint) {
        say("cannot go on: " + complaint);
        broken = true;
    }

    @Override
    public void timerFired(Timer timer) {
        // Everyday.
    }

    @Override
    public void completed(long invocation, Outcome outcome) {
        // Replicas complete nothing.
    }

    @Override
    public void refused(String reason) {
        // Anybody can make a port refuse as often as he likes: a log of it would only fill the
        // disk.
    }
}
