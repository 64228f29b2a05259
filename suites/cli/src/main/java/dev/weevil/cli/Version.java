package dev.weevil.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Optional;

/** The version the jar was built as. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not built as a jar)");
        return new String[] {"weevil " + version};
    }
}
