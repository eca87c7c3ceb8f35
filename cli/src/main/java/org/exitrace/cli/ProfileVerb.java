package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.oracle.Oracles;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.profile.ProfileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Timing profiles: shows, checks and compares them. */
@Command(name = "profile",
        description = {"Timing profiles, each the name of one that comes with the program, or a"
                + " file ending in .yaml.",
            "  show P...  the figures, each with its source, and which of them nobody measured;"
                + " without P, which profiles there are",
            "  check P... everything that is wrong with a file, and which machines it can time",
            "  diff A B   what differs between two",
            "  predict [ORACLE...]  published figures, predicted from others; docs/timing.md"
                + " tells how"},
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace profile show amd-snp-genoa",
            "  ./exitrace profile check my-own.yaml",
            "  ./exitrace profile diff amd-snp-genoa my-own.yaml --json",
            "  ./exitrace profile predict ping"})
final class ProfileVerb extends Verb {

    @Parameters(index = "0", paramLabel = "ACTION", description = "show, check, diff or predict.")
    private String action;

    @Parameters(index = "1..*", paramLabel = "P", arity = "0..*",
            description = "Profiles, or oracles.")
    private List<String> names = new ArrayList<>();

    ProfileVerb(Session session) {
        super(VerbName.PROFILE, session);
    }

    @Override
    Answer answer() {
        return switch (chosen()) {
            case SHOW -> names.isEmpty()
                    ? ProfileShow.all(ProfileReader.KNOWN.stream().map(this::profile).toList())
                    : ProfileShow.each(names.stream().map(this::profile).toList());
            case CHECK -> {
                wants(!names.isEmpty(), "profile check P...");
                yield ProfileCheck.each(names, this::profile, session().kinds().all());
            }
            case DIFF -> {
                wants(names.size() == 2, "profile diff A B");
                yield ProfileDiff.of(profile(names.get(0)), profile(names.get(1)));
            }
            case PREDICT -> ProfilePredict.of(
                    new Oracles(session().library()::scenario).predict(names));
        };
    }

    private ProfileFile profile(String name) {
        return session().library().profile(name);
    }

    private Action chosen() {
        return Arrays.stream(Action.values()).filter(each -> each.word().equals(action)).findFirst()
                .orElseThrow(() -> new UnusableInputException("'profile' has no action '" + action
                        + "'; " + DidYouMean.remedy(action, Arrays.stream(Action.values())
                        .map(Action::word).collect(Collectors.toList()))));
    }

    private static void wants(boolean given, String form) {
        if (!given) {
            throw new UnusableInputException("it is ./exitrace " + form
                    + "; see ./exitrace profile --help");
        }
    }

    private enum Action {
        SHOW, CHECK, DIFF, PREDICT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
