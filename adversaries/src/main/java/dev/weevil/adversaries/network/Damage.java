package dev.weevil.adversaries.network;

import dev.weevil.adversaries.script.Behaviour;
import dev.weevil.adversaries.script.Rule;
import dev.weevil.adversaries.script.Scope;
import dev.weevil.engine.chance.Seed;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Payload;

import java.util.List;

/**
 * Bits that flip on the way. Authentication turns that into loss; where it does not, that is a
 * finding.
 */
public final class Damage {

    private Damage() {}

    /**
     * Flips one bit in a share of all messages.
     *
     * @param share in 0..1
     */
    public static Rule of(double share) {
        return all().sometimes(share);
    }

    /** Flips one bit in every message of its scope; an empty one passes. */
    public static Rule all() {
        Behaviour damaging = Behaviour.each((envelope, hand) -> {
            Frame frame = envelope.frame();
            if (frame.bytes().length() == 0) {
                return List.of(hand.pass(envelope));
            }
            Payload flipped = flipped(frame.bytes(), hand.draw(envelope).named("bit"));
            Frame damaged = frame.format()
                    .map(format -> Frame.of(flipped, format))
                    .orElseGet(() -> Frame.opaque(flipped));
            return List.of(hand.damage(envelope, damaged));
        });
        return Rule.of("damage", "flips a bit in messages", Scope.all(), damaging);
    }

    private static Payload flipped(Payload content, Seed draw) {
        byte[] bytes = content.toByteArray();
        long bit = draw.below(8L * bytes.length);
        bytes[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
        return Payload.wrap(bytes);
    }
}
