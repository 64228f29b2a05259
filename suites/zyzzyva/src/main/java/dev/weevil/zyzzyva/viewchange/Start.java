package dev.weevil.zyzzyva.viewchange;

import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.settings.Rules;

import java.util.List;
import java.util.Optional;

/**
 * Where the initial history starts from, and whose word counts beyond: all that the readings of 9.4
 * differ in.
 *
 * @param place up to here evidence decides, not numbers of reports
 * @param holder a report whose history goes through the place
 * @param witnesses the reports of which f+1 (of 5f+1 replicas 2f+1) must agree on anything beyond
 */
record Start(Place place, Optional<ViewChange> holder, List<ViewChange> witnesses) {

    static Start by(Rules rules, List<ViewChange> reports) {
        return switch (rules) {
            case PUBLISHED_TR -> longestCertificate(reports);
            case PUBLISHED_SOSP -> longestCertificateOrBase(reports);
            case NAIVE_FIX -> newestView(reports, false);
            case REPAIRED -> newestView(reports, true);
        };
    }

    /**
     * The longest certificate, whatever its view: the flaw's first two legs (11.2). A tie goes to the
     * higher view, then to the lower sender.
     */
    private static Start longestCertificate(List<ViewChange> reports) {
        Place best = Place.BEGINNING;
        Optional<ViewChange> holder = Optional.empty();
        for (ViewChange report : bySender(reports)) {
            Optional<CommitCertificate> certificate = report.certificate();
            if (certificate.isPresent() && longer(Place.of(certificate.get()), best)) {
                best = Place.of(certificate.get());
                holder = Optional.of(report);
            }
        }
        return new Start(best, holder, reports);
    }

    /** Each report's certificate of its last view, or the base of that view; the longest wins. */
    private static Start longestCertificateOrBase(List<ViewChange> reports) {
        Place best = Place.BEGINNING;
        Optional<ViewChange> holder = Optional.empty();
        for (ViewChange report : bySender(reports)) {
            Place place = report.certificate().map(Place::of).orElse(Place.baseOf(report));
            if (longer(place, best)) {
                best = place;
                holder = Optional.of(report);
            }
        }
        return new Start(best, holder, reports);
    }

    /**
     * Evidence of the newest view that any report proves to have been entered.
     *
     * @param withBase whether the view's base certificate is evidence; without it the rule is wrong (S4)
     */
    private static Start newestView(List<ViewChange> reports, boolean withBase) {
        long newest = reports.stream().mapToLong(ViewChange::lastView).max().orElse(0);
        List<ViewChange> ofNewest = bySender(reports).stream()
                .filter(report -> report.lastView() == newest)
                .toList();
        Place best = withBase ? Place.baseOf(ofNewest.get(0)) : Place.BEGINNING;
        for (ViewChange report : ofNewest) {
            Optional<Place> place = report.certificate()
                    .map(Place::of)
                    .filter(certified -> certified.view() == newest);
            if (place.isPresent() && place.get().number() > best.number()) {
                best = place.get();
            }
        }
        return new Start(best, holderOf(best, ofNewest), ofNewest);
    }

    /** A report that shows the whole way to the place. */
    private static Optional<ViewChange> holderOf(Place place, List<ViewChange> reports) {
        return reports.stream()
                .filter(report -> report.historyAt(place.number())
                        .filter(place.history()::equals)
                        .isPresent())
                .findFirst();
    }

    private static boolean longer(Place one, Place other) {
        return one.number() > other.number()
                || (one.number() == other.number() && one.view() > other.view());
    }

    private static List<ViewChange> bySender(List<ViewChange> reports) {
        return reports.stream()
                .sorted((one, other) -> one.replica().compareTo(other.replica()))
                .toList();
    }
}
