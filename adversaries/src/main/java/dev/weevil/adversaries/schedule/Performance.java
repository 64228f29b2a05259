package dev.weevil.adversaries.schedule;

import dev.weevil.adversaries.script.Hand;
import dev.weevil.engine.network.Act;
import dev.weevil.engine.network.Adversary;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.network.Observation;
import dev.weevil.engine.network.Powers;
import dev.weevil.engine.network.Touch;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** A schedule in one run. */
final class Performance implements Adversary {

    /** The token of the wake-up after which a step waits no longer for its moment. */
    private static final String PATIENCE = "patience-";

    private final IntFunction<String> ruleOf;
    private final List<Step> steps;
    private final Notes notes;
    private final Powers powers;
    private final List<Running> running = new ArrayList<>();
    private int next;
    private Predicate<Observation> nextBegins = observation -> true;

    Performance(IntFunction<String> ruleOf, List<Step> steps, Notes notes, Powers powers) {
        this.ruleOf = ruleOf;
        this.steps = steps;
        this.notes = notes;
        this.powers = powers;
    }

    /** A play in force, in the hand of its step, with what it keeps. */
    private record Running(Play play, Hand hand, List<Envelope> kept) {

        boolean withholds(Envelope envelope) {
            return play instanceof Play.Withhold withhold && withhold.scope().covers(envelope);
        }

        Act withheld(Envelope envelope) {
            if (play instanceof Play.Withhold withhold && withhold.kept()) {
                kept.add(envelope);
                return hand.hold(envelope);
            }
            return hand.drop(envelope);
        }
    }

    @Override
    public List<Act> on(Observation observation) {
        List<Act> acts = new ArrayList<>();
        if (observation instanceof Observation.Sent sent) {
            notes.take(sent.envelope());
        }
        if (next < steps.size() && (nextBegins.test(observation) || impatient(observation))) {
            begin(acts);
        }
        if (observation instanceof Observation.Sent sent) {
            acts.add(treated(sent.envelope()));
        }
        return acts;
    }

    private boolean impatient(Observation observation) {
        return observation instanceof Observation.Woken woken
                && woken.token().equals(PATIENCE + next);
    }

    private void begin(List<Act> acts) {
        Step step = steps.get(next);
        Hand hand = Hand.of(ruleOf.apply(next), powers);
        next++;
        for (Play play : step.plays()) {
            if (play instanceof Play.Say say) {
                say(say, hand, acts);
            } else if (play instanceof Play.End end) {
                end(end.earlier(), acts);
            } else {
                running.add(new Running(play, hand, new ArrayList<>()));
            }
        }
        if (next < steps.size()) {
            nextBegins = steps.get(next).begins().watch();
            steps.get(next)
                    .patience()
                    .ifPresent(after -> acts.add(hand.wake(after, PATIENCE + next)));
        }
    }

    private void say(Play.Say say, Hand hand, List<Act> acts) {
        Optional<Message> message = say.speech().from(notes, hand.keysOf(say.speaker()));
        message.ifPresent(told -> say.to()
                .forEach(receiver -> acts.add(hand.inject(
                        Endpoint.of(say.speaker()),
                        Endpoint.of(receiver),
                        Frame.of(told, notes.format()),
                        Duration.ZERO))));
    }

    private void end(Play play, List<Act> acts) {
        for (Running over : List.copyOf(running)) {
            if (over.play().equals(play)) {
                running.remove(over);
                over.kept().forEach(kept -> acts.add(over.hand().release(kept)));
            }
        }
    }

    private Act treated(Envelope envelope) {
        for (Running one : running) {
            if (one.withholds(envelope)) {
                return one.withheld(envelope);
            }
        }
        Act.Deliver told = new Act.Deliver(envelope, Duration.ZERO, List.of());
        for (Running one : running) {
            if (one.play() instanceof Play.Lie<?> lie && lie.scope().covers(envelope)) {
                told = lied(lie, one.hand(), told);
            }
        }
        return told;
    }

    private <M extends Message> Act.Deliver lied(Play.Lie<M> lie, Hand hand, Act.Deliver before) {
        Envelope envelope = before.envelope();
        Optional<Message> truth = envelope.frame().message().filter(lie.type()::isInstance);
        if (truth.isEmpty()) {
            return before;
        }
        Message untrue = lie.edit().of(lie.type().cast(truth.get()), notes);
        if (!(hand.alter(envelope, untrue) instanceof Act.Deliver after)) {
            throw new AssertionError("an alteration is a delivery");
        }
        List<Touch> touches = new ArrayList<>(before.touches());
        touches.addAll(after.touches());
        return new Act.Deliver(after.envelope(), Duration.ZERO, touches);
    }
}
