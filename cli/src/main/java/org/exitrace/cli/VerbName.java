package org.exitrace.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The verbs by their words. Each verb's class is loaded when it is asked for. */
enum VerbName {
    LIST("list", "[PATH...]", "the catalogue"),
    SHOW("show", "S", "one scenario: designs, switches, properties, sources"),
    OPS("ops", "[WORD...]", "kinds of machine and the operations of their actors"),
    RUN("run", "S", "one run, by chance or timed, with a verdict for each property"),
    REPLAY("replay", "FILE|TOKEN|S", "a recorded schedule, step by step"),
    EXPLORE("explore", "S", "all interleavings, up to stated bounds"),
    FUZZ("fuzz", "S", "many runs by chance; the first failure is made short"),
    SHRINK("shrink", "FILE|TOKEN", "the shortest schedule that breaks the same property"),
    TIME("time", "S", "many timed runs: percentiles, and how often properties break"),
    PROFILE("profile", "ACTION [P...]", "what steps cost: figures, sources, what is assumed"),
    TRACE("trace", "ACTION FILE", "a trace of a real host: what is in it, what exits cost"),
    COMPARE("compare", "FAMILY", "designs side by side: properties down, designs across"),
    REPORT("report", "FILE|TOKEN|S", "a recorded schedule as a page, or a file for another tool"),
    VERIFY("verify", "[S...]", "each design against what its scenario expects"),
    VALIDATE("validate", "FILE...", "scenarios and schedules: everything that is wrong at once");

    private final String word;
    private final String arguments;
    private final String meaning;

    VerbName(String word, String arguments, String meaning) {
        this.word = word;
        this.arguments = arguments;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String arguments() {
        return arguments;
    }

    String meaning() {
        return meaning;
    }

    static Optional<VerbName> find(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(VerbName::word).toList();
    }

    /** The verb itself; a switch and no table, so that one class is loaded and not twelve. */
    Verb create(Session session) {
        return switch (this) {
            case LIST -> new ListVerb(session);
            case SHOW -> new ShowVerb(session);
            case OPS -> new OpsVerb(session);
            case RUN -> new RunVerb(session);
            case REPLAY -> new ReplayVerb(session);
            case EXPLORE -> new ExploreVerb(session);
            case FUZZ -> new FuzzVerb(session);
            case SHRINK -> new ShrinkVerb(session);
            case TIME -> new TimeVerb(session);
            case PROFILE -> new ProfileVerb(session);
            case TRACE -> new TraceVerb(session);
            case COMPARE -> new CompareVerb(session);
            case REPORT -> new ReportVerb(session);
            case VERIFY -> new VerifyVerb(session);
            case VALIDATE -> new ValidateVerb(session);
        };
    }
}
