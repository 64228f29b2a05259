package dev.weevil.cli.usage;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where an option that was not given comes from: the system property {@code weevil.<option>}, then the
 * variable {@code WEEVIL_<OPTION>}, then its own default.
 */
public record Defaults(Properties properties, Map<String, String> environment)
        implements IDefaultValueProvider {

    /** A value, and the name people know its place by. */
    public record Origin(String place, String value) {}

    @Override
    public String defaultValue(ArgSpec argument) {
        return origin(argument).map(Origin::value).orElse(null);
    }

    /** Where the value of this option is set, if it is not given; help and version are nowhere. */
    public Optional<Origin> origin(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || option.usageHelp()
                || option.versionHelp()) {
            return Optional.empty();
        }
        String name = option.longestName().replaceFirst("^-+", "");
        String property = "weevil." + name;
        String variable = "WEEVIL_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        if (properties.getProperty(property) != null) {
            return Optional.of(new Origin(property, properties.getProperty(property)));
        }
        return Optional.ofNullable(environment.get(variable))
                .map(value -> new Origin(variable, value));
    }
}
