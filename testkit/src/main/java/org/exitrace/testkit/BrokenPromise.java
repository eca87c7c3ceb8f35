package org.exitrace.testkit;

import java.util.List;
import org.exitrace.engine.explore.Witness;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.property.Property;

/** What a failure tells: the promise in its own words, the schedule, and the line to repeat it. */
final class BrokenPromise {

    private BrokenPromise() {
    }

    static String of(Property property, Playout playout) {
        return property + "\nis broken by these " + playout.steps().size() + " steps:"
                + numbered(playout.steps())
                + "\nrepeat them with Playout.of(model, \"" + playout.line() + "\")";
    }

    static String of(Property property, ModelFactory factory, Witness witness) {
        if (witness.cycle().isEmpty()) {
            return of(property, Playout.leniently(factory, witness.steps()));
        }
        return property + "\nis never kept after these " + witness.steps().size() + " steps:"
                + numbered(witness.steps()) + "\nand then these, for ever:"
                + numbered(witness.cycle());
    }

    private static String numbered(List<String> steps) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            lines.append(String.format("%n%5d  %s", i + 1, steps.get(i)));
        }
        return lines.toString();
    }
}
