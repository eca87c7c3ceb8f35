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
import org.exitrace.scenarios.machine.MachineSwitches;

/** Reads the values of switches of one machine. */
final class SwitchesReader {

    private final MachineSwitches switches;
    private final Problems problems;

    SwitchesReader(MachineSwitches switches, Problems problems) {
        this.switches = switches;
        this.problems = problems;
    }

    /** The design of a scenario that fixes some of them, and sets others; wrong ones are told. */
    Design read(Node.Mapping fixed, Node.Mapping inDesign) {
        refuseTwice(fixed, inDesign);
        return read(inDesign, read(fixed, Design.usual(switches.all())));
    }

    /** {@code design} with the switches that {@code mapping} sets; wrong ones are told. */
    private Design read(Node.Mapping mapping, Design design) {
        Design changed = design;
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            String name = entry.getKey();
            String label = Reading.text(entry.getValue().value());
            Optional<Switch<?>> known = switches.find(name);
            if (known.isEmpty()) {
                problems.add(entry.getValue().keyPlace(), switches.whyMissing(name));
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
    private void refuseTwice(Node.Mapping fixed, Node.Mapping inDesign) {
        for (String name : inDesign.keys()) {
            if (fixed.entries().containsKey(name)) {
                problems.add(inDesign.placeOf(name), "switch '" + name
                        + "' is fixed for the whole scenario in line "
                        + fixed.placeOf(name).line() + "; remove one of the two");
            }
        }
    }

    private static List<String> labels(Switch<?> choice) {
        return choice.values().stream().map(value -> ((SwitchValue) value).label()).toList();
    }
}
