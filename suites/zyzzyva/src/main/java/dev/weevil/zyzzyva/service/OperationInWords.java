package dev.weevil.zyzzyva.service;

import dev.weevil.engine.node.Payload;
import dev.weevil.engine.wire.BytesInWords;

import java.util.Optional;

/** The operation of a request for people: {@code PUT x 1}, {@code CAS x 0 -> 2}, {@code GET x}. */
public final class OperationInWords implements BytesInWords {

    @Override
    public Optional<String> of(Payload bytes) {
        try {
            Operation operation = Operation.decode(bytes);
            String name = operation.function().name() + " " + Shown.value(operation.key());
            return Optional.of(Shown.briefly(
                    switch (operation.function()) {
                        case GET, STAMP -> name;
                        case PUT, APPEND -> name + " " + Shown.value(operation.argument());
                        case CAS ->
                            name + " " + Shown.value(operation.argument()) + " -> "
                                    + Shown.value(operation.replacement());
                    }));
        } catch (Refusal noOperation) {
            return Optional.empty();
        }
    }
}
