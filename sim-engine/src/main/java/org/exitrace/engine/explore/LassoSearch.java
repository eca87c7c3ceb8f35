package org.exitrace.engine.explore;

import java.util.List;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.step.Step;

/**
 * Looks for schedules that never pay a debt: those that come to rest owing, and those that are
 * fair, go round for ever, and owe all the time.
 *
 * <p>Takes at most 52 bytes per state, one property after the other, beside the graph.
 */
final class LassoSearch {

    private final StateGraph graph;
    private final List<Step> steps;
    private final int actors;

    LassoSearch(StateGraph graph, List<Step> steps, int actors) {
        this.graph = graph;
        this.steps = steps;
        this.actors = actors;
    }

    /** Tells {@code ledger} which of the properties are broken. */
    void judge(PropertyLedger ledger) {
        for (int i = 0; i < graph.properties().size(); i++) {
            judge(i, ledger);
        }
    }

    private void judge(int index, PropertyLedger ledger) {
        Property property = graph.properties().get(index);
        DebtRegion region = new DebtRegion(graph, index);
        int[] states = region.states();
        for (int state : states) {
            if (graph.begin(state) == graph.begin(state + 1)) {
                ledger.breaks(property, Witness.of(names(region.path(state))),
                        "a schedule comes to rest and still owes it");
                return;
            }
        }
        Components components = new Components(graph, region, states);
        FairComponents fair = new FairComponents(graph, components, states, steps, actors);
        for (int state : states) {
            if (fair.isFair(components.of(state), property.fairness())) {
                FairCycle cycle = new FairCycle(graph, components, steps, actors, state);
                ledger.breaks(property, new Witness(names(region.path(state)),
                        names(cycle.walk(property.fairness()))),
                        "a fair schedule goes round for ever and still owes it");
                return;
            }
        }
    }

    private List<String> names(List<Integer> indices) {
        return indices.stream().map(index -> steps.get(index).fullName()).toList();
    }
}
