package dev.weevil.checker.mutation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mistake in one place of the sources.
 *
 * @param engine what it is in
 * @param mistake what is done wrong, in words
 * @param file below {@code dev/weevil/checker}
 * @param text as it stands there, line breaks and indentation aside; it must occur once
 * @param instead what stands there by mistake
 * @param tests names of test classes below {@code dev.weevil.checker} that should notice
 */
record Fault(
        String engine,
        String mistake,
        String file,
        String text,
        String instead,
        List<String> tests) {

    Fault {
        tests = List.copyOf(tests);
    }

    /**
     * The source with the mistake.
     *
     * @throws IllegalStateException where the text is not there, or not once
     */
    String applyTo(String source) {
        String pattern = Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
        Matcher matcher = Pattern.compile(pattern).matcher(source);
        long found = matcher.results().count();
        if (found != 1) {
            throw new IllegalStateException("the fault of " + engine + " '" + mistake
                    + "' no longer applies: expected '" + text + "' once in " + file
                    + ", found it " + found + " times; put the fault down anew");
        }
        return matcher.replaceFirst(Matcher.quoteReplacement(instead));
    }
}
