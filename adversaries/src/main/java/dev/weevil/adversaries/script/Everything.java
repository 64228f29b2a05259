package dev.weevil.adversaries.script;

import dev.weevil.engine.network.Envelope;

/** No restriction at all. */
record Everything() implements Scope {

    @Override
    public boolean covers(Envelope envelope) {
        return true;
    }

    @Override
    public String inWords() {
        return "";
    }
}
