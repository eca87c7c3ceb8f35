package org.exitrace.cli;

import org.exitrace.cli.text.Sheet;

/** What somebody is shown who asks for help without a verb. */
final class RootHelp {

    private static final int WORD_COLUMNS = 26;
    private static final int STATUS_COLUMNS = 6;

    private RootHelp() {
    }

    static String text() {
        Sheet verbs = new Sheet(WORD_COLUMNS);
        for (VerbName verb : VerbName.values()) {
            verbs.add("  " + verb.word() + " " + verb.arguments(), verb.meaning());
        }
        Sheet statuses = new Sheet(STATUS_COLUMNS)
                .add("  0", "what the scenario expects holds; where it expects nothing, no property"
                        + " broke")
                .add("  1", "it does not")
                .add("  2", "bad usage or input")
                .add("  3", "no verdict: stopped by a bound, or what is expected to break did not"
                        + " in the runs that were made")
                .add("  130", "interrupted");
        return """
                Replays, searches and times protocol races in the KVM, AMD SEV and
                Hyper-V VSM stack.

                Usage: ./exitrace VERB [ARGUMENT...] [OPTION...]

                """ + verbs + """

                S is a scenario: its name in the catalogue, such as ap-boot/lost-wake-up, or a YAML
                file of your own. ./exitrace VERB --help tells a verb's options, with examples.

                Examples:
                  ./exitrace list
                  ./exitrace replay ap-boot/lost-wake-up
                  ./exitrace explore ap-boot/lost-wake-up

                Exit status:
                """ + statuses;
    }
}
