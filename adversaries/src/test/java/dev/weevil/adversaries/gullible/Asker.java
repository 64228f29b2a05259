package dev.weevil.adversaries.gullible;

import dev.weevil.engine.authentication.Keyring;
import dev.weevil.engine.node.Digest;
import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Fact;
import dev.weevil.engine.node.Invocation;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.Outcome;
import dev.weevil.engine.node.Payload;

import java.util.List;
import java.util.Optional;

/** A client: asks once, and believes the first answer with a good seal. */
final class Asker implements Node {

    private final Keyring keys;
    private Optional<Invocation> open = Optional.empty();

    Asker(Keyring keys) {
        this.keys = keys;
    }

    @Override
    public List<Effect> on(Event event) {
        if (event instanceof Event.Invoked invoked) {
            Invocation invocation = invoked.invocation();
            open = Optional.of(invocation);
            Payload value = invocation.value() == null
                    ? Payload.EMPTY
                    : Payload.utf8(invocation.value().toString());
            return List.of(new Effect.Send(
                    Believer.PRIMARY, new Word.Ask(invocation.id(), keys.owner(), value)));
        }
        if (event instanceof Event.Arrived arrived && arrived.message() instanceof Word.Done done) {
            return answered(done);
        }
        return List.of();
    }

    private List<Effect> answered(Word.Done done) {
        Payload covered = Gullible.FORMAT.covered(done, "seal");
        if (!keys.verify(done.replica(), covered, done.seal())) {
            return List.of(new Effect.Observed(
                    Fact.of(Fact.REFUSED, 0, 0, "an answer without a seal of " + done.replica())));
        }
        Optional<Invocation> answered =
                open.filter(invocation -> invocation.id() == done.sequence());
        if (answered.isEmpty()) {
            return List.of();
        }
        open = Optional.empty();
        Invocation invocation = answered.get();
        boolean read = invocation.function().equals("get");
        Object seen = done.value().length() == 0 ? null : done.value().asUtf8();
        Digest request = Digest.of(Payload.utf8("request " + invocation.id()));
        return List.of(
                new Effect.Observed(new Fact(Fact.COMPLETED, 0, 0, request, "")),
                new Effect.Complete(invocation.id(), Outcome.ok(read ? seen : invocation.value())));
    }
}
