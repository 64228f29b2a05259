package dev.weevil.engine.network;

import dev.weevil.engine.node.Endpoint;
import dev.weevil.engine.node.Label;

/**
 * One message in flight.
 *
 * @param id of the sending, unique in the run; alterations and copies keep it, injections get a new one
 * @param label where it stands on its link; an alteration keeps the label of the original, so that
 *     later rules and replays find it
 */
public record Envelope(long id, Endpoint from, Endpoint to, Label label, Frame frame) {

    public Envelope with(Frame altered) {
        return new Envelope(id, from, to, label, altered);
    }

    public Envelope towards(Endpoint receiver) {
        return new Envelope(id, from, receiver, label, frame);
    }

    @Override
    public String toString() {
        return "m" + id + " " + from + "->" + to + " " + label;
    }
}
