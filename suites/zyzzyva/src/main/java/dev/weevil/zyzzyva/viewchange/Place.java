package dev.weevil.zyzzyva.viewchange;

import dev.weevil.engine.node.Digest;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.ViewChange;
import dev.weevil.zyzzyva.message.ViewConfirm;

/** The end of a history that some evidence of some view speaks for. */
record Place(long view, long number, Digest history) {

    /** Where every history begins. */
    static final Place BEGINNING = new Place(0, 0, Digest.ZERO);

    static Place of(CommitCertificate certificate) {
        return new Place(certificate.view(), certificate.sequence(), certificate.history());
    }

    /** The base of the report's last view. */
    static Place baseOf(ViewChange report) {
        if (report.base().isEmpty()) {
            return BEGINNING;
        }
        ViewConfirm base = report.base().get(0);
        return new Place(base.view(), base.sequence(), base.history());
    }
}
