package dev.weevil.zyzzyva.story;

import dev.weevil.engine.node.Digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the reports a view was started from, read from the fields of its NEW-VIEW.
 *
 * @param lastView the last view it says to have entered
 * @param certificate the view and number of the certificate it shows
 */
record Report(
        String replica, long lastView, Optional<Certificate> certificate, List<String> histories) {

    /** Where a commit certificate stands. */
    record Certificate(long view, long number) {}

    /** All reports that a NEW-VIEW carries, in its order. */
    static List<Report> in(Map<String, String> newView) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; newView.containsKey("changes." + i + ".replica"); i++) {
            reports.add(of(newView, "changes." + i + "."));
        }
        return reports;
    }

    private static Report of(Map<String, String> fields, String prefix) {
        Optional<Certificate> certificate = fields.containsKey(prefix + "certificate.view")
                ? Optional.of(new Certificate(
                        Long.parseLong(fields.get(prefix + "certificate.view")),
                        Long.parseLong(fields.get(prefix + "certificate.sequence"))))
                : Optional.empty();
        List<String> histories = new ArrayList<>();
        for (int k = 0; fields.containsKey(prefix + "log." + k + ".item.history"); k++) {
            histories.add(fields.get(prefix + "log." + k + ".item.history"));
        }
        return new Report(
                fields.get(prefix + "replica"),
                Long.parseLong(fields.get(prefix + "lastView")),
                certificate,
                histories);
    }

    boolean shows(Digest history) {
        return histories.contains(history.brief());
    }
}
