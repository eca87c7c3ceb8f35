package org.exitrace.engine.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chosen value of each switch of a model. Immutable. */
public final class Design {

    private final List<Switch<?>> switches;
    private final Map<String, SwitchValue> chosen;

    private Design(List<Switch<?>> switches, Map<String, SwitchValue> chosen) {
        this.switches = switches;
        this.chosen = chosen;
    }

    /** The usual design: each switch at its usual value. */
    public static Design usual(List<Switch<?>> switches) {
        Map<String, SwitchValue> chosen = new LinkedHashMap<>();
        for (Switch<?> choice : switches) {
            if (chosen.put(choice.name(), choice.usual()) != null) {
                throw new IllegalArgumentException("switch '" + choice.name() + "' stands twice");
            }
        }
        return new Design(List.copyOf(switches), chosen);
    }

    /** The same design with another value of one switch. */
    public Design with(String name, String label) {
        Switch<?> choice = switches.stream().filter(s -> s.name().equals(name)).findFirst()
                .orElseThrow(() -> new UnknownSwitchException("unknown switch '" + name
                        + "'; this model has " + names()));
        SwitchValue value = choice.find(label)
                .<SwitchValue>map(found -> found)
                .orElseThrow(() -> new UnknownSwitchException("switch '" + name
                        + "' has no value '" + label + "'; it has " + labels(choice)));
        Map<String, SwitchValue> changed = new LinkedHashMap<>(chosen);
        changed.put(name, value);
        return new Design(switches, changed);
    }

    /**
     * The same choices among other switches: those that are known here keep their values, the
     * others have their usual ones.
     */
    public Design among(List<Switch<?>> others) {
        Design design = usual(others);
        for (Switch<?> choice : others) {
            SwitchValue value = chosen.get(choice.name());
            if (value != null && choice.find(value.label()).isPresent()) {
                design = design.with(choice.name(), value.label());
            }
        }
        return design;
    }

    /** The value of {@code choice}. */
    public <E extends Enum<E> & SwitchValue> E get(Switch<E> choice) {
        SwitchValue value = chosen.get(choice.name());
        if (value == null) {
            throw new UnknownSwitchException("this design lacks switch '" + choice.name() + "'");
        }
        return choice.type().cast(value);
    }

    /** All switches in declaration order. */
    public List<Switch<?>> switches() {
        return switches;
    }

    /** Label of each switch's value, by the switch's name, in declaration order. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        chosen.forEach((name, value) -> labels.put(name, value.label()));
        return Collections.unmodifiableMap(labels);
    }

    /** The labels that are not the usual ones. */
    public Map<String, String> differences() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Switch<?> choice : switches) {
            SwitchValue value = chosen.get(choice.name());
            if (value != choice.usual()) {
                labels.put(choice.name(), value.label());
            }
        }
        return Collections.unmodifiableMap(labels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Design design && labels().equals(design.labels());
    }

    @Override
    public int hashCode() {
        return labels().hashCode();
    }

    /** As one writes it: {@code switch=value,switch=value}. */
    @Override
    public String toString() {
        return labels().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private String names() {
        return switches.isEmpty() ? "none"
                : switches.stream().map(Switch::name).collect(Collectors.joining(", "));
    }

    private static String labels(Switch<?> choice) {
        return choice.values().stream().map(value -> value.label())
                .collect(Collectors.joining(", "));
    }
}
