package dev.weevil.adversaries.script;

import static dev.weevil.adversaries.script.Bench.C0;
import static dev.weevil.adversaries.script.Bench.R0;
import static dev.weevil.adversaries.script.Bench.R1;
import static dev.weevil.adversaries.script.Bench.R2;
import static dev.weevil.adversaries.script.Bench.R3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weevil.adversaries.gullible.Gullible;
import dev.weevil.adversaries.gullible.Word;
import dev.weevil.engine.network.Attack;
import dev.weevil.engine.network.Envelope;
import dev.weevil.engine.network.Frame;
import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;
import dev.weevil.engine.node.Payload;

import org.junit.jupiter.api.Test;

import java.util.List;

class ScopeTest {

    private final Bench bench = new Bench(Attack.none());

    @Test
    void messagesAreToldApartByTheirLabel() {
        Scope orders = Messages.of(Word.Order.class);

        assertThat(orders.covers(bench.order(R0, R1, 1))).isTrue();
        assertThat(orders.covers(bench.done(R0, C0, 1))).isFalse();
        assertThat(Messages.opaque().covers(opaque("?"))).isTrue();
    }

    @Test
    void contentIsLookedAtOnlyWhereThereIsSome() {
        Scope third = Messages.where(
                Word.Order.class, order -> order.sequence() == 3, "that is the third");
        Envelope shapeless = new Envelope(
                9,
                Endpoint.of(R0),
                Endpoint.of(R1),
                new Label("Order", 0, 3, 0),
                Frame.of(Payload.utf8("no order at all"), Gullible.FORMAT));

        assertThat(third.covers(bench.order(R0, R1, 3))).isTrue();
        assertThat(third.covers(bench.order(R0, R1, 4))).isFalse();
        assertThat(third.covers(shapeless)).isFalse();
    }

    @Test
    void linksAreTouchedInTheDirectionsTheyName() {
        assertThat(Link.from(R0).touches(R0, R1)).isTrue();
        assertThat(Link.from(R0).touches(R1, R0)).isFalse();
        assertThat(Link.from(R0).touches(R0, R0)).isFalse();
        assertThat(Link.to(R0).touches(R1, R0)).isTrue();
        assertThat(Link.to(R0).touches(R0, R1)).isFalse();
        assertThat(Link.touching(R0).touches(R1, R0)).isTrue();
        assertThat(Link.touching(R0).touches(R1, R2)).isFalse();
        assertThat(Link.of(R0, R1).touches(R0, R1)).isTrue();
        assertThat(Link.of(R0, R1).touches(R0, R2)).isFalse();
        assertThat(Link.among(R0, R1).touches(R1, R0)).isTrue();
        assertThat(Link.among(R0, R1).touches(R1, R2)).isFalse();
        assertThat(Link.betweenReplicas().touches(R0, C0)).isFalse();
        assertThat(Link.ofClients().touches(C0, R0)).isTrue();
        assertThat(Link.ofClients().touches(R1, R0)).isFalse();
    }

    @Test
    void aCutBetweenTwoSidesLeavesEachSideWhole() {
        Link cut = Link.between(List.of(R0, R1), List.of(R2, R3));

        assertThat(cut.touches(R0, R2)).isTrue();
        assertThat(cut.touches(R3, R1)).isTrue();
        assertThat(cut.touches(R0, R1)).isFalse();
        assertThat(cut.touches(R2, R3)).isFalse();
        assertThat(cut.touches(R0, C0)).isFalse();
        assertThat(Link.around(List.of(R0, R1)).touches(R0, C0)).isTrue();
        assertThatThrownBy(() -> Link.between(List.of(R0, R1), List.of(R1)))
                .hasMessageContaining("without a node in common");
    }

    @Test
    void viewsSequencesAndOccurrencesIncludeBothEnds() {
        Scope scope = View.of(1).and(Sequence.between(5, 7)).and(Occurrence.firstSending());

        assertThat(scope.covers(labelled(new Label("Order", 1, 5, 0)))).isTrue();
        assertThat(scope.covers(labelled(new Label("Order", 1, 7, 0)))).isTrue();
        assertThat(scope.covers(labelled(new Label("Order", 1, 8, 0)))).isFalse();
        assertThat(scope.covers(labelled(new Label("Order", 2, 5, 0)))).isFalse();
        assertThat(scope.covers(labelled(new Label("Order", 1, 5, 1)))).isFalse();
        assertThat(Occurrence.retransmissions().covers(labelled(new Label("Order", 1, 5, 1))))
                .isTrue();
        assertThat(View.from(3).covers(labelled(new Label("Order", 9, 5, 1)))).isTrue();
    }

    @Test
    void aConjunctionReadsAsPartOfASentence() {
        Scope scope = Scope.all()
                .and(Messages.of(Word.Order.class))
                .and(Link.of(R0, R3))
                .and(View.of(1))
                .and(Sequence.from(4));

        assertThat(scope.inWords())
                .isEqualTo("of type Order from r0 to r3 in view 1 from sequence 4 on");
        assertThat(scope.touches(R0, R3)).isTrue();
        assertThat(scope.touches(R0, R2)).isFalse();
    }

    private Envelope opaque(String text) {
        return bench.envelope(R0, R1, Frame.opaque(Payload.utf8(text)));
    }

    private Envelope labelled(Label label) {
        Frame frame = Frame.opaque(Payload.EMPTY);
        return new Envelope(1, Endpoint.of(R0), Endpoint.of(R1), label, frame);
    }
}
