package org.exitrace.scenarios.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** What becomes of each invariant under each guest and host: all entries of a kind, searched. */
final class InvariantTable {

    /**
     * A host: its kernel, whether that has SNP, and how many misbehaviours it can afford.
     */
    record Host(String name, String kernel, boolean snp, int budget) {

        Host honest() {
            return new Host(name, kernel, snp, 0);
        }
    }

    static final List<String> GUESTS = List.of("linux", "ovmf", "svsm", "oak");
    static final List<Host> HOSTS = List.of(new Host("p-2021", "p-2021", false, 0),
            new Host("p-6.17", "p-6.17", true, 0), new Host("p-7.3", "p-7.3", true, 0),
            new Host("hostile", "p-7.3", true, 1));
    private static final String SNP = "snp";
    private static final int MOST_STATES = 200_000;

    private final List<Scenario> scenarios;

    InvariantTable(List<Scenario> scenarios) {
        this.scenarios = scenarios.stream()
                .filter(scenario -> scenario.kind().name().equals("ghcb")).toList();
    }

    /** By the id of each invariant: what a search of all entries showed of it, in one word. */
    Map<String, String> column(String guest, Host host) {
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        for (Scenario scenario : scenarios.stream().filter(own -> runsOn(own, host)).toList()) {
            outcomes(scenario, guest, host).forEach((property, outcome) -> outcomes
                    .computeIfAbsent(id(property), id -> new ArrayList<>()).add(outcome));
        }
        Map<String, String> words = new TreeMap<>();
        outcomes.forEach((id, all) -> words.put(id, all.contains(Outcome.BROKEN)
                ? "**broken** " + all.stream().filter(Outcome.BROKEN::equals).count() + " of "
                        + all.size()
                : all.contains(Outcome.UNDECIDED)
                        ? "kept " + all.stream().filter(Outcome.HOLDS::equals).count() + " of "
                                + all.size()
                        : "kept"));
        return words;
    }

    /** A guest of SNP runs on no kernel that has none. */
    private static boolean runsOn(Scenario scenario, Host host) {
        return host.snp() || !scenario.usualDesign().machine().flag(SNP);
    }

    /** By invariant; what is left undecided is broken where the same host honest breaks it. */
    private static Map<String, Outcome> outcomes(Scenario scenario, String guest, Host host) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (PropertyVerdict verdict : search(scenario, guest, host).properties()) {
            if (isInvariant(verdict.property())) {
                outcomes.put(verdict.property().id(), verdict.outcome());
            }
        }
        if (host.budget() > 0 && outcomes.containsValue(Outcome.UNDECIDED)) {
            outcomes(scenario, guest, host.honest()).forEach(
                    (id, outcome) -> outcomes.computeIfPresent(id, (same, was) ->
                            outcome == Outcome.BROKEN ? outcome : was));
        }
        return outcomes;
    }

    /** An id of the page; what is promised of each virtual CPU has its number behind it. */
    static boolean isInvariant(Property property) {
        return property.id().matches("(S-|L)\\d+(-\\d+)?");
    }

    static String id(String property) {
        return property.matches("(S-|L)\\d+-\\d+")
                ? property.substring(0, property.lastIndexOf('-')) : property;
    }

    private static ExplorationResult search(Scenario scenario, String guest, Host host) {
        ScenarioDesign base = scenario.usualDesign();
        Design usual = Design.usual(scenario.kind().switches());
        ScenarioDesign design = base
                .with(usual.with("guest-code", guest).with("kernel", host.kernel()))
                .on(base.machine().with(scenario.kind().budget().orElseThrow(), host.budget()));
        return new Exploration(scenario.build(design))
                .within(Bounds.usual().states(MOST_STATES)).go();
    }
}
