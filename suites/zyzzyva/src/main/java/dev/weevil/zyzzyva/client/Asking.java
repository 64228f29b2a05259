package dev.weevil.zyzzyva.client;

import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Digest;
import dev.weevil.zyzzyva.message.Request;
import dev.weevil.zyzzyva.settings.Quorums;

/**
 * One request as it is sent, and sent again: to whom, under which seal, and from whom its result is
 * wanted (C1, C2, C9; 12.6). Its digest stays the same throughout.
 */
final class Asking {

    private final Surroundings all;
    private final Digest digest;
    private Request request;
    private boolean wantsSignatures;
    private int tries;

    /** @param unsealed the request; its replier is the first that is asked for the whole result */
    Asking(Surroundings all, Request unsealed) {
        this.all = all;
        this.digest = all.seals.digest(unsealed);
        this.request = unsealed.withSeal(all.seals.seal(unsealed, all.replicas));
    }

    Request request() {
        return request;
    }

    /** d. */
    Digest digest() {
        return digest;
    }

    /** How often the request has been sent again. */
    int tries() {
        return tries;
    }

    /** C1, C2: to the primary that the view has; a big one to all. */
    void first(long view) {
        if (request.operation().length() > all.settings.sizes().bigRequest()) {
            all.sendAll(request);
        } else {
            all.send(all.quorums.primary(view), request);
        }
    }

    /** C2: a read is everybody's. */
    void everybody() {
        all.sendAll(request);
    }

    /** 12.6: whose turn it is to send the whole result of a request that is sent again. */
    static int replier(long timestamp, int tries, Quorums quorums) {
        return (int) ((timestamp + tries) % quorums.executing());
    }

    /** C9: signed and to everybody, its result from somebody else. */
    void again() {
        tries++;
        sendSigned(replier(request.timestamp(), tries, all.quorums));
    }

    /**
     * Asks everybody for responses that a certificate can be made of, once (3.1, MAC mode).
     *
     * <p>Whoever is to send the result stays the same: it is not what is missing.
     */
    void forSignatures() {
        if (!wantsSignatures) {
            wantsSignatures = true;
            sendSigned(request.replier());
        }
    }

    /** A request that is sent again must convince those whose MAC was bad (15.1). */
    private void sendSigned(int replier) {
        if (!(request.seal() instanceof Seal.Signature)) {
            request = request.withSeal(all.seals.signature(request));
        }
        all.sendAll(request.again(wantsSignatures, replier));
    }
}
