package org.exitrace.scenarios.document;

import java.util.List;
import java.util.stream.Collectors;

/** Something that was given cannot be used: the person who gave it can read why, and repair it. */
public final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** All that is wrong, at least one thing. */
    public UnusableInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** One thing that is wrong. */
    public UnusableInputException(Place place, String sentence) {
        this(List.of(new Problem(place, sentence)));
    }

    /** One thing that is wrong with what was given on its own, in no file. */
    public UnusableInputException(String sentence) {
        this(Place.of(""), sentence);
    }

    /** All that is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
