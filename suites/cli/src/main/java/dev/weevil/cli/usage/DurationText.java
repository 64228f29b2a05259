package dev.weevil.cli.usage;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type them: {@code 500ms}, {@code 60s}, {@code 2m}, {@code 1h}. */
public final class DurationText implements ITypeConverter<Duration> {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    /**
     * Reads one.
     *
     * @throws TypeConversionException unless it is a number above 0 with a unit behind it
     */
    @Override
    public Duration convert(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new TypeConversionException(
                    "expected a duration such as 500ms, 60s or 2m, found '" + text + "'");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** In seconds with a digit behind the point, or in minutes where there are several. */
    public static String show(Duration time) {
        long tenths = time.toMillis() / 100;
        if (tenths >= 1200) {
            return tenths / 600 + " min " + tenths % 600 / 10 + " s";
        }
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
