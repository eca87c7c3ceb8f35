package org.exitrace.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar, so that it is written down once, in the build. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"exitrace " + (version == null ? "(not packaged)" : version)};
    }
}
