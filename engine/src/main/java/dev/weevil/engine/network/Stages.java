package dev.weevil.engine.network;

import dev.weevil.engine.node.NodeId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Attacks one behind the other. */
record Stages(List<Attack> stages) implements Attack {

    static final Attack NONE = new Stages(List.of());

    static Attack of(Attack first, Attack next) {
        return new Stages(Stream.of(first, next).flatMap(Stages::flat).toList());
    }

    private static Stream<Attack> flat(Attack attack) {
        return attack instanceof Stages several ? several.stages.stream() : Stream.of(attack);
    }

    Stages {
        stages = List.copyOf(stages);
        List<String> names =
                stages.stream().flatMap(stage -> stage.rules().stream()).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    "expected every rule to have a name of its own, found " + names);
        }
    }

    @Override
    public Set<NodeId> corrupted() {
        Set<NodeId> all = new TreeSet<>();
        stages.forEach(stage -> all.addAll(stage.corrupted()));
        return all;
    }

    @Override
    public List<String> rules() {
        return stages.stream().flatMap(stage -> stage.rules().stream()).toList();
    }

    @Override
    public boolean touches(NodeId from, NodeId to) {
        return stages.stream().anyMatch(stage -> stage.touches(from, to));
    }

    @Override
    public Adversary begin(Powers powers) {
        return new Passage(stages.stream().map(stage -> stage.begin(powers)).toList());
    }

    @Override
    public List<String> describe() {
        return stages.stream().flatMap(stage -> stage.describe().stream()).toList();
    }

    /** The way of an observation through the stages of one run. */
    private record Passage(List<Adversary> stages) implements Adversary {

        /** Tokens carry the number of the stage that asked, so that only it is woken. */
        private static final char MARK = '|';

        @Override
        public List<Act> on(Observation observation) {
            List<Act> acts = new ArrayList<>();
            if (observation instanceof Observation.Sent sent) {
                Act whole = new Act.Deliver(sent.envelope(), Duration.ZERO, List.of());
                pass(whole, 0, sent.nanos(), acts);
            } else if (observation instanceof Observation.Woken woken) {
                int mark = woken.token().indexOf(MARK);
                int stage = Integer.parseInt(woken.token().substring(0, mark));
                String token = woken.token().substring(mark + 1);
                ask(stage, new Observation.Woken(woken.nanos(), token), acts);
            } else {
                for (int stage = 0; stage < stages.size(); stage++) {
                    ask(stage, observation, acts);
                }
            }
            return acts;
        }

        /** Shows the stage something; what it delivers goes on to the next. */
        private void ask(int stage, Observation observation, List<Act> out) {
            for (Act act : stages.get(stage).on(observation)) {
                pass(marked(act, stage), stage + 1, observation.nanos(), out);
            }
        }

        private static Act marked(Act act, int stage) {
            return act instanceof Act.WakeMe wake
                    ? new Act.WakeMe(wake.after(), stage + "" + MARK + wake.token())
                    : act;
        }

        /** Hands a delivery to the stage; all other acts stand as they are. */
        private void pass(Act act, int stage, long nanos, List<Act> out) {
            if (!(act instanceof Act.Deliver delivery) || stage == stages.size()) {
                out.add(act);
                return;
            }
            Observation shown = new Observation.Sent(nanos, delivery.envelope());
            for (Act next : stages.get(stage).on(shown)) {
                pass(after(delivery, marked(next, stage)), stage + 1, nanos, out);
            }
        }

        /** What the next stage did, with what had been done before it. */
        private static Act after(Act.Deliver earlier, Act act) {
            // On seeing one envelope a stage may release or inject others, which it alone answers
            // for.
            if (act instanceof Act.Deliver next
                    && next.envelope().id() == earlier.envelope().id()) {
                return new Act.Deliver(
                        next.envelope(),
                        earlier.delay().plus(next.delay()),
                        joined(earlier.touches(), next.touches()));
            }
            if (act instanceof Act.Drop drop) {
                return new Act.Drop(drop.envelope(), joined(earlier.touches(), drop.touches()));
            }
            if (act instanceof Act.Hold hold) {
                return new Act.Hold(hold.envelope(), joined(earlier.touches(), hold.touches()));
            }
            return act;
        }

        private static List<Touch> joined(List<Touch> first, List<Touch> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }
}
