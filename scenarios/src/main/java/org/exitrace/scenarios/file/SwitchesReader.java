package org.exitrace.scenarios.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.machine.MachineKind;

/** Reads the values of switches. */
final class SwitchesReader {

    private final MachineKind kind;
    private final Problems problems;

    SwitchesReader(MachineKind kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    /** {@code design} with the switches that {@code mapping} sets; wrong ones are told. */
    Design read(Node.Mapping mapping, Design design) {
        Design changed = design;
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            String name = entry.getKey();
            String label = Reading.text(entry.getValue().value());
            Optional<Switch<?>> known = find(name);
            if (known.isEmpty()) {
                problems.add(entry.getValue().keyPlace(), "machine '" + kind.name()
                        + "' has no switch '" + name + "'; " + DidYouMean.remedy(name, names()));
            } else if (known.get().find(label).isEmpty()) {
                problems.add(entry.getValue().value().place(), "switch '" + name
                        + "' has no value '" + label + "'; "
                        + DidYouMean.remedy(label, labels(known.get())));
            } else {
                changed = changed.with(name, label);
            }
        }
        return changed;
    }

    /** Tells of switches that are set in both places. */
    void refuseTwice(Node.Mapping fixed, Node.Mapping inDesign) {
        for (String name : inDesign.keys()) {
            if (fixed.entries().containsKey(name)) {
                problems.add(inDesign.placeOf(name), "switch '" + name
                        + "' is fixed for the whole scenario in line "
                        + fixed.placeOf(name).line() + "; remove one of the two");
            }
        }
    }

    private Optional<Switch<?>> find(String name) {
        return kind.switches().stream().filter(known -> known.name().equals(name)).findFirst();
    }

    private List<String> names() {
        return kind.switches().stream().<String>map(Switch::name).toList();
    }

    private static List<String> labels(Switch<?> choice) {
        return choice.values().stream().map(value -> ((SwitchValue) value).label()).toList();
    }
}
