package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.authentication.Seal;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Message;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.wire.MessageFormat;
import dev.weevil.zyzzyva.message.Checkpoint;
import dev.weevil.zyzzyva.message.CheckpointVote;
import dev.weevil.zyzzyva.message.Statement;

import java.util.List;
import java.util.Optional;

/**
 * A backup that says of every checkpoint what the primary says, under a signature of its own, and to
 * everything else nothing: it keeps a primary going, and costs the machine next to nothing.
 */
final class Nodding implements Node {

    private final MessageFormat format;
    private final Keyring keys;

    Nodding(MessageFormat format, Keyring keys) {
        this.format = format;
        this.keys = keys;
    }

    @Override
    public List<Effect> on(Event event) {
        if (event instanceof Event.Arrived arrived) {
            return assent(arrived.message())
                    .<List<Effect>>map(same -> List.of(new Effect.Send(arrived.sender(), same)))
                    .orElse(List.of());
        }
        return List.of();
    }

    private Optional<Message> assent(Message message) {
        if (message instanceof CheckpointVote vote) {
            Statement own = new Statement(vote.statement().core(), keys.owner(), Seal.NONE);
            return Optional.of(new CheckpointVote(own.withSeal(sign(own))));
        }
        if (message instanceof Checkpoint said) {
            Checkpoint own = new Checkpoint(
                    said.view(),
                    said.sequence(),
                    said.history(),
                    said.state(),
                    keys.owner(),
                    Seal.NONE);
            return Optional.of(own.withSeal(sign(own)));
        }
        return Optional.empty();
    }

    private Seal sign(Record unsealed) {
        return keys.sign(format.covered(unsealed, "seal"));
    }
}
