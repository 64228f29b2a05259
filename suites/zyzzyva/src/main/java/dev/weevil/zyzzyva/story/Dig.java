package dev.weevil.zyzzyva.story;

import dev.weevil.engine.node.NodeId;
import dev.weevil.engine.trace.TraceEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the reports that a view was started from dug up. */
final class Dig {

    private final Chronicle chronicle;
    private final Completion victim;
    private final Usurper usurper;
    private final Chronicle.Heard newView;
    private final List<Report> reports;

    Dig(Chronicle chronicle, Completion victim, Usurper usurper, Chronicle.Heard newView) {
        this.chronicle = chronicle;
        this.victim = victim;
        this.usurper = usurper;
        this.newView = newView;
        this.reports = Report.in(newView.frame().describe());
    }

    private long view() {
        return newView.envelope().label().view();
    }

    void tell(List<String> sentences) {
        Optional<Report.Certificate> old = reports.stream()
                .flatMap(report -> report.certificate().stream())
                .filter(certificate -> certificate.view() < victim.view())
                .findFirst();
        old.flatMap(this::whomItReached).ifPresent(sentences::add);
        if (victim.view() > 0) {
            chronicle
                    .heard("NewView", victim.view())
                    .findFirst()
                    .map(this::earlier)
                    .ifPresent(sentences::add);
        }
        sentences.add(newView.envelope().from() + " started view " + view()
                + " from the reports of " + names(reports) + " (m"
                + newView.envelope().id()
                + ").");
        Map<String, List<Report>> alike = new LinkedHashMap<>();
        reports.forEach(report ->
                alike.computeIfAbsent(said(report), said -> new ArrayList<>()).add(report));
        alike.forEach((said, by) -> sentences.add(names(by) + " " + said + "."));
    }

    /** Whom the client's COMMIT with a certificate reached in time. */
    private Optional<String> whomItReached(Report.Certificate certificate) {
        List<Chronicle.Heard> commits = chronicle
                .heard("Commit", certificate.view())
                .filter(commit -> commit.envelope().label().sequence() == certificate.number())
                .filter(commit -> commit.nanos() <= newView.nanos())
                .toList();
        TreeSet<NodeId> reached = new TreeSet<>();
        commits.forEach(commit -> reached.add(commit.to()));
        return commits.stream()
                .findFirst()
                .map(commit -> "In view " + certificate.view() + " "
                        + commit.envelope().from() + " got a commit certificate up to number "
                        + certificate.number() + ", for " + usurper.operation()
                        + " at number " + usurper.number() + "; its COMMIT reached "
                        + Words.all(reached) + (reached.size() == 1 ? " alone" : " only")
                        + ", and nothing completed there.");
    }

    /** Why the victim's own view did not begin with what took its place later. */
    private String earlier(Chronicle.Heard first) {
        List<Report> before = Report.in(first.frame().describe());
        List<Report> showing = before.stream()
                .filter(report -> report.shows(usurper.history()))
                .toList();
        return "View " + victim.view() + " began without " + usurper.operation()
                + ": of the reports of " + names(before)
                + " that " + first.envelope().from() + " started it from (m"
                + first.envelope().id() + "), "
                + (showing.isEmpty() ? "none" : names(showing) + " alone")
                + (showing.size() > 1 ? " show it." : " shows it.");
    }

    private String said(Report report) {
        String shown = "with "
                + report.certificate()
                        .map(certificate -> "a commit certificate of view " + certificate.view()
                                + " up to number " + certificate.number())
                        .orElse("no commit certificate");
        Optional<TraceEvent.Observed> newest = entered(report.replica());
        if (newest.isPresent() && report.lastView() < newest.get().fact().view()) {
            return "had entered view " + newest.get().fact().view() + " at "
                    + Words.time(newest.get().nanos())
                    + ", but its VIEW-CHANGE describes view " + report.lastView()
                    + " as the last it entered, " + shown + told(report);
        }
        boolean certified = report.certificate().isPresent();
        return "reported view " + report.lastView() + " " + shown
                + (certified || isCorrupted(report) ? told(report) : "");
    }

    /** The newest view the replica had entered by then, as its own code tells. */
    private Optional<TraceEvent.Observed> entered(String replica) {
        return chronicle
                .told(Chronicle.ENTERED)
                .filter(seen -> seen.node().node().toString().equals(replica))
                .filter(seen -> seen.nanos() <= newView.nanos() && seen.fact().view() < view())
                .max(Comparator.comparingLong(seen -> seen.fact().view()));
    }

    private boolean isCorrupted(Report report) {
        return chronicle.isCorrupted(NodeId.parse(report.replica()));
    }

    /** The message the report came in; one's own comes in none. */
    private String told(Report report) {
        return chronicle
                .heard("ViewChange", view())
                .filter(message -> message.envelope().from().toString().equals(report.replica()))
                .filter(message -> message.to().equals(newView.envelope().from().node()))
                .findFirst()
                .map(message -> " (m" + message.envelope().id()
                        + (message.altered() ? ", not what its code had said)" : ")"))
                .orElse("");
    }

    private String names(List<Report> reports) {
        return Words.all(reports.stream().map(this::name).toList());
    }

    private String name(Report report) {
        return report.replica() + (isCorrupted(report) ? " (corrupted)" : "");
    }
}
