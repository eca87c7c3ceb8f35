package org.exitrace.cli;

/** Reads the version from the jar, so that it is written down once, in the build. */
final class Version {

    private Version() {
    }

    static String text() {
        return "exitrace " + number();
    }

    /** The version alone. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
