package dev.weevil.zyzzyva.deletion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One place of the sources that is changed.
 *
 * @param file below {@code dev/weevil/zyzzyva}
 * @param text as it stands there, line breaks and indentation aside; it must occur once
 */
record Edit(String file, String text, String instead) {

    /** The changed source; white space is as in the original but in the place itself. */
    String applyTo(String rule, String source) {
        String pattern = Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
        Matcher matcher = Pattern.compile(pattern).matcher(source);
        long found = matcher.results().count();
        if (found != 1) {
            throw new IllegalStateException("deleting " + rule + " no longer applies: expected '"
                    + text + "' once in " + file + ", found it " + found + " times; put down anew"
                    + " what the rule looks like");
        }
        return matcher.replaceFirst(Matcher.quoteReplacement(instead));
    }
}
