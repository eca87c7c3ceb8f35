package org.exitrace.scenarios.document;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** How a document is written down. */
public enum Syntax {
    /** YAML 1.2 without anchors, aliases and tags. */
    YAML("YAML", "check the brackets, quotes and indentation around this place"),
    /** JSON. */
    JSON("JSON", "if the file was cut off, write it again");

    /** The place of a problem as it stands in the message; the parser's own is before it. */
    private static final Pattern TOLD = Pattern.compile("line (\\d+), column (\\d+):");

    /** What is missing at the end is missed behind the last that there is. */
    private static final String END = "<stream end>";

    private final String shown;
    private final String remedy;

    Syntax(String shown, String remedy) {
        this.shown = shown;
        this.remedy = remedy;
    }

    TokenStreamFactory factory(Limits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth() + 1).maxStringLength(limits.bytes())
                .maxNameLength(1_000).maxNumberLength(100).build();
        return this == JSON
                ? JsonFactory.builder().streamReadConstraints(constraints).build()
                : YAMLFactory.builder().streamReadConstraints(constraints).build();
    }

    String explain(JacksonException failure) {
        if (failure instanceof StreamConstraintsException) {
            return "this goes beyond what is read: " + firstLine(failure.getOriginalMessage());
        }
        String detail = this == YAML ? problem(failure.getOriginalMessage())
                : failure.getOriginalMessage();
        return "this is not " + shown + ": " + firstLine(detail) + "; " + remedy;
    }

    /** Where the failure is, in a file that is known as {@code file}. */
    Place place(String file, JacksonException failure) {
        MatchResult told = TOLD.matcher(failure.getOriginalMessage()).results()
                .reduce((context, last) -> last).orElse(null);
        if (this == YAML && told != null && !failure.getOriginalMessage().contains(END)) {
            return new Place(file, Integer.parseInt(told.group(1)),
                    Integer.parseInt(told.group(2)));
        }
        return DocumentReader.place(file, failure.getLocation());
    }

    /** Of context, place, problem and place again, each with its line shown, the problem. */
    private static String problem(String message) {
        return message.lines().filter(line -> !line.isBlank() && !line.startsWith(" "))
                .reduce((context, last) -> last).orElse(message);
    }

    private static String firstLine(String text) {
        String line = String.valueOf(text).lines().findFirst().orElse("").strip();
        line = line.replaceFirst(" \\((start marker at|code) .*", "");
        return line.length() <= 160 ? line : line.substring(0, 157) + "...";
    }
}
