package org.exitrace.cli;

import java.util.Arrays;
import java.util.List;
import org.exitrace.cli.terminal.Console;
import org.exitrace.engine.design.UnknownSwitchException;
import org.exitrace.engine.schedule.ScheduleException;
import org.exitrace.engine.time.UnknownCostException;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** From the words of a command line to an exit status. */
final class CommandLineProgram {

    /** An error of our own, as the launcher says it too; no statement about any model. */
    static final int INTERNAL_ERROR = 70;

    private static final int HELP_COLUMNS = 90;

    private final Session session;
    private final Console console;

    CommandLineProgram(Session session) {
        this.session = session;
        this.console = session.console();
    }

    /** Does what {@code args} ask for, and gives the status to end with. */
    int run(String... args) {
        int status = carefully(args);
        if (console.loss().isEmpty()) {
            return status;
        }
        console.complain("exitrace: standard output cannot be written: " + console.loss()
                + (console.loss().startsWith("No space") ? "; make room, or send it elsewhere"
                : "; send it elsewhere"));
        return ExitStatus.UNUSABLE.code();
    }

    private int carefully(String... args) {
        try {
            return dispatch(args);
        } catch (UnusableInputException unusable) {
            return refuse(args, unusable.problems());
        } catch (ScheduleException | UnknownSwitchException | UnknownCostException unusable) {
            return refuse(args, List.of(problem(unusable.getMessage())));
        } catch (OutOfMemoryError exhausted) {
            console.complain("exitrace: the memory is exhausted; give a bound (--memory,"
                    + " --states), take a smaller machine, or give the JVM more with"
                    + " EXITRACE_JAVA_OPTS=-Xmx8g");
            return ExitStatus.STOPPED.code();
        } catch (RuntimeException | Error failure) {
            console.complain("exitrace: this is an error in Exitrace itself; please report it with"
                    + " the command and these lines:");
            StackText.lines(failure).forEach(console::complain);
            return INTERNAL_ERROR;
        }
    }

    private int dispatch(String[] args) {
        String first = args.length == 0 ? "" : args[0];
        boolean help = first.equals("help");
        if (List.of("-h", "--help").contains(first) || help && args.length == 1) {
            console.answer(RootHelp.text());
            return ExitStatus.HOLDS.code();
        }
        if (List.of("-V", "--version").contains(first)) {
            console.answer(Version.text() + "\n");
            return ExitStatus.HOLDS.code();
        }
        if (first.isEmpty()) {
            console.complain(RootHelp.text().stripTrailing());
            throw new UnusableInputException("which verb? Begin with: ./exitrace list");
        }
        if (first.startsWith("-")) {
            throw new UnusableInputException("options stand behind the verb, as in"
                    + " './exitrace list " + first + "'; ./exitrace --help lists the verbs");
        }
        VerbName name = VerbName.find(help ? args[1] : first)
                .orElseThrow(() -> unknown(help ? args[1] : first));
        return execute(name, help ? new String[] {"--help"}
                : Arrays.copyOfRange(args, 1, args.length));
    }

    private int execute(VerbName name, String[] args) {
        Verb verb = name.create(session);
        CommandLine line = new CommandLine(verb).setCommandName("./exitrace " + name.word());
        line.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true)
                .width(HELP_COLUMNS);
        try {
            line.parseArgs(args);
        } catch (ParameterException misused) {
            throw new UnusableInputException(UsageSentence.of(misused, name));
        }
        if (line.isUsageHelpRequested()) {
            console.answer(line.getUsageMessage(
                    console.terminal().outputColours() ? Ansi.ON : Ansi.OFF));
            return ExitStatus.HOLDS.code();
        }
        try {
            return verb.call();
        } finally {
            console.endProgress();
        }
    }

    private int refuse(String[] args, List<Problem> problems) {
        problems.forEach(problem -> console.complain("exitrace: " + problem));
        if (Arrays.asList(args).contains("--json")) {
            console.answer(Verb.document(
                    VerbName.find(args[0]).map(VerbName::word).orElse(""), ExitStatus.UNUSABLE)
                    .put("problems", ProblemJson.of(problems)).document());
        }
        return ExitStatus.UNUSABLE.code();
    }

    private static Problem problem(String sentence) {
        return new UnusableInputException(sentence).problems().get(0);
    }

    private static UnusableInputException unknown(String word) {
        return new UnusableInputException(
                "there is no verb '" + word + "'; " + DidYouMean.remedy(word, VerbName.words()));
    }
}
