package dev.weevil.checker.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** One value written as EDN, as on a command line. */
public final class EdnText {

    private EdnText() {}

    /**
     * The value; keywords and symbols as strings, and {@code nil} as {@code null}.
     *
     * @throws MalformedHistory where the text is no value, or more than one
     */
    public static Object parse(String name, String text) {
        Source in =
                new Source(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        EdnForms forms = new EdnForms(in);
        Object value = forms.value();
        forms.skipBlank();
        if (in.peek() != Source.END) {
            throw in.malformed("one value");
        }
        return value;
    }
}
