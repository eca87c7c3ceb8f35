package org.exitrace.cli;

import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.profile.ProfileReader;
import picocli.CommandLine.Option;

/** Which timing profile is used. */
final class ProfileOption {

    @Option(names = "--profile", paramLabel = "P", order = 11,
            description = "Take times from this profile: its name, or a file ending in .yaml.")
    private String profile;

    boolean isGiven() {
        return profile != null;
    }

    /** The name of the profile that was given, else of the one that the scenario names. */
    String name(Chosen chosen) {
        return isGiven() ? profile : chosen.scenario().profile();
    }

    /** The profile that was given, else the one that the scenario names; with all its costs. */
    ProfileFile profile(Library library, Chosen chosen) {
        if (name(chosen).isEmpty()) {
            throw new UnusableInputException("scenario '" + chosen.scenario().name()
                    + "' names no timing profile; give one with --profile, such as "
                    + String.join(", ", ProfileReader.KNOWN));
        }
        ProfileFile found = library.profile(name(chosen));
        found.refuseUnlessComplete(chosen.scenario().build(chosen.design()));
        return found;
    }
}
