package dev.weevil.zyzzyva.client;

import dev.weevil.engine.node.Timer;
import dev.weevil.zyzzyva.message.Commit;
import dev.weevil.zyzzyva.message.CommitCertificate;
import dev.weevil.zyzzyva.message.SpeculativeResponse;

import java.util.List;
import java.util.Optional;

/** The second phase of a request: the certificate, shown to all replicas until it is over (C4, C5). */
final class CommitPhase {

    static final Timer T_COMMIT_RESEND = Timer.named("T_COMMIT_RESEND");

    private final Surroundings all;
    private final Asking asking;
    private final Answers answers;
    private Optional<CommitCertificate> certificate = Optional.empty();

    CommitPhase(Surroundings all, Asking asking, Answers answers) {
        this.all = all;
        this.asking = asking;
        this.answers = answers;
    }

    /** C4; a certificate of a later view replaces an older one. */
    void enter(List<SpeculativeResponse> matching) {
        long view = matching.get(0).view();
        if (certificate.isPresent() && certificate.get().view() >= view) {
            return;
        }
        Optional<CommitCertificate> built = answers.certificate(matching);
        if (built.isPresent()) {
            certificate = built;
            send();
        } else {
            asking.forSignatures();
        }
    }

    /** C5. */
    void send() {
        certificate.ifPresent(found -> {
            all.sendAll(new Commit(all.self(), found));
            all.start(T_COMMIT_RESEND, all.settings.timeouts().commitResend());
        });
    }

    void stop() {
        if (certificate.isPresent()) {
            all.stop(T_COMMIT_RESEND);
        }
    }
}
