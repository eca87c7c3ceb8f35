package org.exitrace.scenarios.catalogue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.exitrace.engine.design.Design;
import org.exitrace.scenarios.machine.MachineSpec;

/**
 * What plays the guest or the host of a machine.
 *
 * @param name in the head of a row or column
 * @param says what it stands for, in one line
 * @param values what it makes of the usual design, each as {@code switch=value}
 * @param budget how many misbehaviours it can afford
 * @param exists on which machines there is such a one
 */
record Player(String name, String says, List<String> values, int budget,
        Predicate<MachineSpec> exists) {

    /** One that does what it should, on each machine. */
    static Player of(String name, String says, String... values) {
        return new Player(name, says, List.of(values), 0, machine -> true);
    }

    /** The same on such machines alone. */
    Player on(Predicate<MachineSpec> machines) {
        return new Player(name, says, values, budget, machines);
    }

    /** The same with so many misbehaviours. */
    Player hostile(int misbehaviours) {
        return new Player(name, says, values, misbehaviours, exists);
    }

    /** {@code design} with its values of the switches. */
    Design in(Design design) {
        Design changed = design;
        for (String value : values) {
            String[] parts = value.split("=");
            changed = changed.with(parts[0], parts[1]);
        }
        return changed;
    }

    /** As a line of the page. */
    String line() {
        return "- `" + name + "`: " + says + (values.isEmpty() ? "" : values.stream().collect(
                Collectors.joining("`, `", " (`", "`)"))) + "\n";
    }
}
