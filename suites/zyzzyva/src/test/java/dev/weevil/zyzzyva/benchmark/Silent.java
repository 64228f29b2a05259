package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.live.host.Reporter;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Timer;

/** Nobody reads what a measured node observes; what goes wrong is said on the error stream. */
class Silent implements Reporter {

    private boolean said;

    @Override
    public void observed(Fact fact) {
        if (fact.name().equals(Fact.REFUSED) || fact.name().equals(Fact.ACCUSED)) {
            say(fact.toString());
        }
    }

    @Override
    public void timerFired(Timer timer) {}

    @Override
    public void completed(long invocation, Outcome outcome) {}

    @Override
    public void refused(String reason) {
        say(reason);
    }

    @Override
    public void broke(String complaint) {
        System.err.println(complaint);
        Runtime.getRuntime().halt(1);
    }

    /** Once: a flood of complaints would be measured, too. */
    private void say(String complaint) {
        if (!said) {
            said = true;
            System.err.println(complaint);
        }
    }
}
