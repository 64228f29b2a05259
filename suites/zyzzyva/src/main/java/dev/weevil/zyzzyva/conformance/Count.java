package dev.weevil.zyzzyva.conformance;

import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Message;

import java.util.function.ToLongFunction;

/**
 * A number read from a run: {@code Count.sent(Commit.class).exactly(0)},
 * {@code Count.told(Fact.ACCUSED).by(R2).saying("stays missing").atLeast(1)}.
 */
interface Count {

    /** As it stands before its value: {@code sent Commit}. */
    String words();

    long in(Transcript run);

    /** Whether it says anything of a live run too: there, time is the machine's. */
    default boolean live() {
        return true;
    }

    default Expectation exactly(long value) {
        return new Expectation(this, value, value);
    }

    default Expectation none() {
        return exactly(0);
    }

    default Expectation atLeast(long least) {
        return new Expectation(this, least, Long.MAX_VALUE);
    }

    default Expectation atMost(long most) {
        return new Expectation(this, 0, most);
    }

    default Expectation between(long least, long most) {
        return new Expectation(this, least, most);
    }

    /** Any number a run can be asked for. */
    static Count of(String words, ToLongFunction<Transcript> reading) {
        return new Reading(words, true, reading);
    }

    /** Like {@link #of}, but only of simulated runs. */
    static Count simulated(String words, ToLongFunction<Transcript> reading) {
        return new Reading(words, false, reading);
    }

    /** Messages of this type, each sending to each receiver once. */
    static Sendings sent(Class<? extends Message> type) {
        return Sendings.of(type);
    }

    /** Facts of this name that correct nodes told. */
    static Tellings told(String fact) {
        return Tellings.of(fact);
    }

    /** Operations of correct clients that completed. */
    static Count completed() {
        return of("completed", run -> run.completed().count());
    }

    /** Completions by a case of 6.6: {@code 4a} on the fast path, {@code 4b} in two phases. */
    static Tellings completed(String how) {
        return told(Fact.COMPLETED).saying(how);
    }

    /** One-way message delays of the slowest operation, over a network {@link Trial#inStep}. */
    static Count delays() {
        return simulated(
                "delays of the slowest",
                run -> delays(run.nanosTaken().mapToLong(nanos -> nanos).max().orElse(0)));
    }

    /** The same of the fastest operation. */
    static Count leastDelays() {
        return simulated(
                "delays of the fastest",
                run -> delays(run.nanosTaken().mapToLong(nanos -> nanos).min().orElse(0)));
    }

    private static long delays(long nanos) {
        return -Math.floorDiv(-nanos, Trial.DELAY.toNanos());
    }

    /** The highest view that a correct replica entered; 0 where nobody left the first. */
    static Count view() {
        return of(
                "view",
                run -> run.facts("entered").stream().mapToLong(Fact::view).max().orElse(0));
    }

    /** The highest number that a correct replica executed. */
    static Count lastNumber() {
        return of(
                "last number",
                run -> run.facts(Fact.EXECUTED).stream()
                        .mapToLong(Fact::sequence)
                        .max()
                        .orElse(0));
    }

    /** Different histories that correct replicas accepted at this number, in all views. */
    static Count historiesAt(long number) {
        return of(
                "histories at " + number,
                run -> run.facts(Fact.ACCEPTED).stream()
                        .filter(fact -> fact.sequence() == number)
                        .map(Fact::digest)
                        .distinct()
                        .count());
    }
}
