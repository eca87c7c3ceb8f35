package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.scenarios.document.DidYouMean;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence that names the remedy. */
final class UsageSentence {

    private UsageSentence() {
    }

    static String of(ParameterException misused, VerbName verb) {
        if (misused instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, verb);
        }
        ArgSpec argument = misused.getArgSpec();
        if (misused instanceof OverwrittenOptionException twice) {
            return named(twice.getOverwritten()) + " stands twice; give it once";
        }
        if (misused instanceof MissingParameterException missing) {
            return missing(missing, verb);
        }
        if (argument != null && misused.getCause() instanceof TypeConversionException wanted) {
            return named(argument) + " is " + wanted.getMessage() + ", not '"
                    + misused.getValue() + "'";
        }
        return misused.getMessage() + help(verb);
    }

    private static String unmatched(UnmatchedArgumentException unmatched, VerbName verb) {
        String word = unmatched.getUnmatched().get(0);
        if (word.startsWith("-")) {
            String option = word.replaceFirst("=.*", "");
            List<String> known = new ArrayList<>();
            for (OptionSpec spec : unmatched.getCommandLine().getCommandSpec().options()) {
                known.addAll(Arrays.asList(spec.names()));
            }
            return "'" + verb.word() + "' has no option '" + option + "'; "
                    + DidYouMean.remedy(option, known);
        }
        return "'" + word + "' is one argument too many: it is ./exitrace " + verb.word() + " "
                + verb.arguments() + help(verb);
    }

    private static String missing(MissingParameterException missing, VerbName verb) {
        List<ArgSpec> arguments = missing.getMissing();
        if (arguments.isEmpty() || arguments.get(0) instanceof OptionSpec) {
            String options = arguments.stream().map(UsageSentence::named)
                    .collect(Collectors.joining(", "));
            return (options.isEmpty() ? missing.getMessage() : options + " needs a value")
                    + help(verb);
        }
        return "something is missing: it is ./exitrace " + verb.word() + " " + verb.arguments()
                + help(verb);
    }

    private static String named(ArgSpec argument) {
        return argument instanceof OptionSpec option ? "'" + option.longestName() + "'"
                : "'" + argument.paramLabel() + "'";
    }

    private static String help(VerbName verb) {
        return "; see ./exitrace " + verb.word() + " --help";
    }
}
