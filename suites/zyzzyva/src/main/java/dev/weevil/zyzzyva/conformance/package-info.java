/**
 * The conformance scenarios of PROTOCOL.md, section 17, as the suite {@code zyzzyva-conformance}: one
 * file per group, one {@link dev.weevil.zyzzyva.conformance.Trial} per entry, named by its number.
 *
 * <p>To add one, write a method in its group's file that returns a trial, and put it into the list of
 * {@code trials()}; {@code GraciousExecutions.onePut} is a complete example.
 *
 * <ol>
 *   <li>{@code Trial.of(21, claim)}: the number, and the sentence that must be true. Several runs of one
 *       number differ by {@code under(rules)} or {@code variant("mac")}.
 *   <li>The cluster: {@code faults(2)}, {@code with("checkpointInterval", 4)}; over {@code inStep()}
 *       every message takes one delay, and delays can be counted.
 *   <li>What clients ask for: {@code asking(Ask.put("x", "1"))}, a list per client, or
 *       {@code mixed(clients, operations)}. Operations that an attack leaves open for ever need
 *       {@code completingAtLeast(n, why)} and {@code patience(time)}.
 *   <li>{@code attackedBy(attack)}: any attack of {@code dev.weevil.adversaries}. {@code settling(time)}
 *       lets the run go on after the last completion.
 *   <li>{@code expecting(Count.sent(FillHole.class).from(R2).atLeast(1), ...)}: what must be counted
 *       beside the {@link dev.weevil.zyzzyva.suite.Promises}, which are judged always; one count at least
 *       must be above 0.
 *   <li>{@code finding(Violations.of("i1-history-prefix"))} where promises must break: exactly these.
 *   <li>{@code live()} marks what is run with real processes too.
 * </ol>
 */
package dev.weevil.zyzzyva.conformance;
