package dev.weevil.zyzzyva.proof;

import dev.weevil.engine.node.NodeId;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.ResponseCore;
import dev.weevil.zyzzyva.message.Statement;
import dev.weevil.zyzzyva.settings.Quorums;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges commit certificates (K1). One thread. */
public final class Certificates {

    private final Quorums quorums;
    private final Seals seals;
    private Optional<CommitCertificate> lastValid = Optional.empty();

    public Certificates(Quorums quorums, Seals seals) {
        this.quorums = quorums;
        this.seals = seals;
    }

    /** 2f+1 statements of as many replicas, each signed, all of this history at this place. */
    public boolean valid(CommitCertificate certificate) {
        // Clients send a certificate to everybody, and again: most are the one seen last.
        if (lastValid.isPresent() && lastValid.get().equals(certificate)) {
            return true;
        }
        boolean valid = wellFormed(certificate)
                && certificate.statements().stream().allMatch(seals::proves);
        if (valid) {
            lastValid = Optional.of(certificate);
        }
        return valid;
    }

    private boolean wellFormed(CommitCertificate certificate) {
        List<Statement> statements = certificate.statements();
        if (statements.size() != quorums.strong()) {
            return false;
        }
        Set<NodeId> replicas = new HashSet<>();
        for (Statement statement : statements) {
            ResponseCore core = statement.core();
            boolean here = core.view() == certificate.view()
                    && core.sequence() == certificate.sequence()
                    && core.history().equals(certificate.history());
            if (!here || !replicas.add(statement.replica())) {
                return false;
            }
        }
        return true;
    }
}
