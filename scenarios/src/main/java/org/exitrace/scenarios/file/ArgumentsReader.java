package org.exitrace.scenarios.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.script.ArgumentProblem;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problems;

/** Reads arguments of an operation and parameters of a machine. */
final class ArgumentsReader {

    private final List<Parameter> parameters;
    private final String taker;
    private final String noun;

    /**
     * Arguments for {@code parameters}.
     *
     * @param taker who takes them, such as {@code machine 'ap-boot'}
     * @param noun what the taker calls one, such as {@code parameter}
     */
    ArgumentsReader(List<Parameter> parameters, String taker, String noun) {
        this.parameters = parameters;
        this.taker = taker;
        this.noun = noun;
    }

    /** The arguments; empty, with problems told, where some are wrong. */
    Optional<Arguments> read(
            Map<String, String> given, Node.Mapping mapping, Problems problems) {
        List<ArgumentProblem> wrong = Arguments.problems(parameters, given);
        for (ArgumentProblem problem : wrong) {
            if (!isEmpty(mapping.get(problem.name()))) {
                problems.add(place(problem, mapping), sentence(problem, given));
            }
        }
        return wrong.isEmpty() ? Optional.of(Arguments.of(parameters, given)) : Optional.empty();
    }

    /** The schema tells of it. */
    private static boolean isEmpty(Node node) {
        return node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING;
    }

    /** What a machine's size bounds was not misspelt. */
    private boolean isBounded(String name) {
        return parameters.stream().anyMatch(parameter ->
                parameter.name().equals(name) && !parameter.bound().isEmpty());
    }

    private static Place place(ArgumentProblem problem, Node.Mapping mapping) {
        return switch (problem.kind()) {
            case UNKNOWN, MISSING -> mapping.placeOf(problem.name());
            case REFUSED -> mapping.get(problem.name()).place();
        };
    }

    private String sentence(ArgumentProblem problem, Map<String, String> given) {
        return switch (problem.kind()) {
            case UNKNOWN -> taker + " has no " + noun + " '" + problem.name() + "'; "
                    + DidYouMean.remedy(problem.name(), problem.choices());
            case REFUSED -> problem.choices().isEmpty() || isBounded(problem.name())
                    ? problem.sentence()
                    : "'" + problem.name() + "' cannot be '" + given.get(problem.name()) + "'; "
                            + DidYouMean.remedy(given.get(problem.name()), problem.choices());
            case MISSING -> taker + " lacks " + noun + " "
                    + problem.sentence().replaceFirst(" is missing;", ";");
        };
    }
}
