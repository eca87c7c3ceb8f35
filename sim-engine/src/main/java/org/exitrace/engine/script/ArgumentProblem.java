package org.exitrace.engine.script;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with given arguments.
 *
 * @param kind what it is
 * @param name the argument that it is about
 * @param sentence what is wrong and what would be right
 * @param choices the names or words that would be right, where they can be listed
 */
public record ArgumentProblem(Kind kind, String name, String sentence, List<String> choices) {

    /** What can be wrong. */
    public enum Kind {
        /** There is no parameter of that name. */
        UNKNOWN,
        /** The value is not allowed. */
        REFUSED,
        /** A value must be given, and none is. */
        MISSING
    }

    static ArgumentProblem unknown(String name, List<Parameter> parameters) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return new ArgumentProblem(Kind.UNKNOWN, name, "there is no argument '" + name + "'; "
                + (names.isEmpty() ? "none is taken" : "there is " + joined(names)), names);
    }

    static ArgumentProblem refused(Parameter parameter, String value) {
        return new ArgumentProblem(Kind.REFUSED, parameter.name(), "'" + parameter.name()
                + "' is " + parameter.allowed() + ", not '" + value + "'"
                + (parameter.bound().isEmpty() ? "" : "; the machine's '" + parameter.bound()
                + "' is the bound"), parameter.words());
    }

    static ArgumentProblem missing(Parameter parameter) {
        return new ArgumentProblem(Kind.MISSING, parameter.name(), "'" + parameter.name()
                + "' is missing; it is " + parameter.allowed() + " (" + parameter.meaning() + ")",
                List.of());
    }

    private static String joined(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
