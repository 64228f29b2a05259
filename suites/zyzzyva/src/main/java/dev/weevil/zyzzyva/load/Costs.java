package dev.weevil.zyzzyva.load;

import dev.weevil.engine.authentication.Keyring;

/**
 * What a simulated replica's processor takes for its work, in nanoseconds. The usual figures are
 * round ones of the size that PathBenchmark and ZyzzyvaBenchmark find on small virtual machines: a
 * message in or out is mostly a system call, a MAC is cheap beside it, a signature is not. What an
 * attack leaves of the throughput is a ratio, which depends on their proportions alone.
 *
 * @param message to receive one, or to send one to one receiver
 */
record Costs(long message, long mac, long signing, long verifying) {

    static final Costs USUAL = new Costs(8_000, 500, 50_000, 130_000);

    /** Of one event: what was spent on seals, one message taken in, so many sent. */
    long of(Keyring.Spent before, Keyring.Spent after, int messages) {
        return message * messages
                + mac * (after.macs() - before.macs())
                + signing * (after.signed() - before.signed())
                + verifying * (after.verified() - before.verified());
    }
}
