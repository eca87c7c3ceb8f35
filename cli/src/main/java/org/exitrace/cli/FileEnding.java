package org.exitrace.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.exitrace.scenarios.document.UnusableInputException;

/** How the name of a file ends that somebody wants to save, which tells what it shall hold. */
final class FileEnding {

    private FileEnding() {
    }

    /**
     * The one of {@code known} with which {@code file} ends. A name that ends as one of a run's
     * formats does is of that format, so that {@code .itf.json} is no {@code .json}.
     *
     * @param option the option that names the file
     * @throws UnusableInputException where it is none of them
     */
    static String of(String option, String file, Collection<String> known) {
        return of(option, file, known, "");
    }

    /** The same; {@code elsewhere} says what saves in other formats. */
    static String of(String option, String file, Collection<String> known, String elsewhere) {
        Stream<String> formats = Arrays.stream(RunFormat.values()).map(RunFormat::ending);
        return Stream.concat(known.stream(), formats).filter(file::endsWith)
                .max(Comparator.comparingInt(String::length)).filter(known::contains)
                .orElseThrow(() -> new UnusableInputException("'" + option + "' is a file whose"
                        + " name ends in " + told(known) + ", not '" + file + "'"
                        + (elsewhere.isEmpty() ? "" : "; " + elsewhere)));
    }

    private static String told(Collection<String> known) {
        String all = String.join(", ", known);
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
