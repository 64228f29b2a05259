package dev.weevil.reports.html;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A growing HTML document in which text can only be text. An element is named with its id and classes,
 * {@code p#why.lead}, and its content is written by what runs inside it:
 *
 * <pre>{@code
 * html.in("p.lead", () -> html.text(explanation));
 * html.in("a", Map.of("href", path), () -> html.text(path));
 * }</pre>
 */
public final class Html {

    private static final Set<String> VOID = Set.of("meta", "input", "br", "hr");

    private final StringBuilder out = new StringBuilder(1 << 16);

    public Html in(String element, Runnable content) {
        return in(element, Map.of(), content);
    }

    /** An element with further attributes. */
    public Html in(String element, Map<String, String> attributes, Runnable content) {
        String tag = open(element, attributes);
        content.run();
        out.append("</").append(tag).append('>');
        if (isBlock(tag)) {
            out.append('\n');
        }
        return this;
    }

    /** An element that holds this text and nothing else. */
    public Html leaf(String element, String content) {
        return in(element, () -> text(content));
    }

    /** An element without content: {@code input}, {@code br}. */
    public Html empty(String element, Map<String, String> attributes) {
        if (!VOID.contains(open(element, attributes))) {
            throw new IllegalArgumentException("expected one of " + VOID + ", found " + element);
        }
        return this;
    }

    private String open(String element, Map<String, String> attributes) {
        String[] parts = element.split("(?=[.#])", -1);
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].charAt(0) == '#' ? "id" : "class";
            all.merge(name, parts[i].substring(1), (first, next) -> first + " " + next);
        }
        all.putAll(attributes);
        out.append('<').append(parts[0]);
        all.forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        out.append('>');
        return parts[0];
    }

    private static boolean isBlock(String tag) {
        return !Set.of("span", "b", "code", "a", "em", "kbd", "button").contains(tag);
    }

    /** Text of any origin and length, escaped; {@link Visible} has made it fit to be seen before. */
    public Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /**
     * Our own script or style, as it is.
     *
     * @throws IllegalArgumentException if it would end its element
     */
    public Html verbatim(String element, Map<String, String> attributes, String content) {
        if (content.toLowerCase(Locale.ROOT).contains("</" + element)) {
            throw new IllegalArgumentException("expected no end of " + element + " within it");
        }
        return in(element, attributes, () -> out.append(content));
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return "<!doctype html>\n" + out;
    }
}
