package org.exitrace.engine.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One allowed value for each of a list of parameters. Immutable. */
public final class Arguments {

    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The given values, and the usual ones where none is given.
     *
     * @throws IllegalArgumentException with the first of {@link #problems}, where there is one
     */
    public static Arguments of(List<Parameter> parameters, Map<String, String> given) {
        List<ArgumentProblem> problems = problems(parameters, given);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0).sentence());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.name(), given.getOrDefault(parameter.name(), parameter.usual()));
        }
        return new Arguments(values);
    }

    /** The usual value of each parameter. */
    public static Arguments usual(List<Parameter> parameters) {
        return of(parameters, Map.of());
    }

    /** Everything that is wrong with {@code given}, in the order of {@code given}. */
    public static List<ArgumentProblem> problems(
            List<Parameter> parameters, Map<String, String> given) {
        List<ArgumentProblem> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            Parameter parameter = find(parameters, name);
            if (parameter == null) {
                problems.add(ArgumentProblem.unknown(name, parameters));
            } else if (!parameter.accepts(value)) {
                problems.add(ArgumentProblem.refused(parameter, value));
            }
        });
        for (Parameter parameter : parameters) {
            if (parameter.isRequired() && !given.containsKey(parameter.name())) {
                problems.add(ArgumentProblem.missing(parameter));
            }
        }
        return problems;
    }

    /** The value of the parameter {@code name}, as it is written. */
    public String word(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "there is no argument '" + name + "' among " + values.keySet());
        }
        return value;
    }

    /** The value of the number {@code name}. */
    public int number(String name) {
        return Math.toIntExact(wide(name));
    }

    /** The value of the number {@code name} that may need more than 32 bits. */
    public long wide(String name) {
        return Parameter.numberOf(word(name));
    }

    /** Whether the flag {@code name} is true. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(word(name));
    }

    /** All values by name, in the order of the parameters. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The same arguments with another value for {@code name}; the caller knows that it fits. */
    public Arguments with(String name, Object value) {
        word(name);
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value.toString());
        return new Arguments(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arguments arguments && values.equals(arguments.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** As one reads it: {@code vcpu=1, state=HALTED}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        values.forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(", ", parts);
    }

    private static Parameter find(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name)).findFirst().orElse(null);
    }
}
