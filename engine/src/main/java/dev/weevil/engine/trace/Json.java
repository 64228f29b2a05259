package dev.weevil.engine.trace;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** How JSON is written here: on one line, in ASCII, so that even half a surrogate pair survives. */
final class Json {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .rootValueSeparator((String) null)
            .build();

    private Json() {}
}
