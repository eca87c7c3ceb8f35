package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.adversary.Adversary;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.explore.Witness;

/**
 * A search in which a hostile host can afford so many misbehaviours.
 *
 * @param chosen the machine with that budget
 * @param budget how many
 * @param result what was found
 */
record HostileSearch(Chosen chosen, int budget, ExplorationResult result) {

    /** The search that decides: the first in which something broke, else the last. */
    static HostileSearch deciding(List<HostileSearch> searches) {
        return searches.stream().filter(one -> !one.result.isClean()).findFirst()
                .orElse(searches.get(searches.size() - 1));
    }

    /** A line for each budget: what it can break that less cannot. */
    static String told(List<HostileSearch> searches) {
        Sheet sheet = new Sheet();
        Set<String> known = new LinkedHashSet<>();
        for (HostileSearch one : searches) {
            List<String> fresh = one.broken();
            fresh.removeAll(known);
            known.addAll(fresh);
            sheet.add("budget " + one.budget, (fresh.isEmpty() ? "breaks nothing"
                    + (known.isEmpty() ? "" : " more")
                    : "breaks " + String.join(", ", fresh)) + "; " + one.result.summary());
        }
        return sheet.toString();
    }

    /** The misbehaviours of the schedule that {@code witness} is, in order. */
    static List<String> misbehaviours(Witness witness) {
        return witness.once().stream()
                .filter(step -> step.startsWith(Adversary.ACTOR + " ")).toList();
    }

    /** For programs. */
    static List<JsonObject> json(List<HostileSearch> searches) {
        List<JsonObject> all = new ArrayList<>();
        for (HostileSearch one : searches) {
            List<JsonObject> attacks = new ArrayList<>();
            for (PropertyVerdict verdict : one.result.broken()) {
                attacks.add(new JsonObject().put("breaks", verdict.property().id())
                        .put("misbehaviours", verdict.witness()
                                .map(HostileSearch::misbehaviours)));
            }
            all.add(new JsonObject().put("budget", one.budget)
                    .put("exhaustive", one.result.isExhaustive())
                    .put("states", one.result.states())
                    .put("transitions", one.result.transitions()).put("attacks", attacks));
        }
        return all;
    }

    private List<String> broken() {
        return new ArrayList<>(result.broken().stream()
                .map(verdict -> verdict.property().id()).toList());
    }
}
