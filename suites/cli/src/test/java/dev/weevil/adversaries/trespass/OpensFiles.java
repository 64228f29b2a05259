package dev.weevil.adversaries.trespass;

import dev.weevil.engine.node.Effect;
import dev.weevil.engine.node.Event;
import dev.weevil.engine.node.Node;
import dev.weevil.engine.node.Outcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What a node wants written down it asks its host for, and chance comes from nowhere. */
public final class OpensFiles implements Node {

    private final Random random = new Random();

    @Override
    public List<Effect> on(Event event) {
        boolean found = Files.exists(Path.of("dice" + random.nextInt()));
        return found ? List.of(new Effect.Complete(1, Outcome.ok(null))) : List.of();
    }
}
