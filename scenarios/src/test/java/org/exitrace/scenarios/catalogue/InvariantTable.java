package org.exitrace.scenarios.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.model.Model;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.machine.MachineSpec;

/** What becomes of each invariant under each guest and host: all entries of a kind, searched. */
final class InvariantTable {

    /** What a search showed of one property. */
    private record Verdict(InvariantName name, Outcome outcome) {
    }

    private final Cast cast;
    private final List<Scenario> scenarios;
    /** Entries that differ by their designs alone have one machine here, searched once. */
    private final Map<List<Object>, Map<String, Verdict>> searched = new HashMap<>();

    InvariantTable(Cast cast, List<Scenario> all) {
        this.cast = cast;
        this.scenarios = all.stream()
                .filter(scenario -> scenario.kind().name().equals(cast.kind())).toList();
    }

    /** What a search of all entries showed of each invariant, in one word. */
    Map<InvariantName, String> column(Player guest, Player host) {
        Map<InvariantName, List<Outcome>> outcomes = new TreeMap<>();
        for (Scenario scenario : scenarios) {
            verdicts(scenario, guest, host).values().forEach(verdict -> outcomes
                    .computeIfAbsent(verdict.name(), any -> new ArrayList<>())
                    .add(verdict.outcome()));
        }
        Map<InvariantName, String> words = new TreeMap<>();
        outcomes.forEach((name, all) -> words.put(name, word(all)));
        return words;
    }

    private static String word(List<Outcome> all) {
        return all.contains(Outcome.BROKEN) ? "**broken** " + count(all, Outcome.BROKEN)
                : all.contains(Outcome.UNDECIDED) ? "kept " + count(all, Outcome.HOLDS) : "kept";
    }

    private static String count(List<Outcome> all, Outcome one) {
        return all.stream().filter(one::equals).count() + " of " + all.size();
    }

    /** By property; what is left undecided is broken where the same host honest breaks it. */
    private Map<String, Verdict> verdicts(Scenario scenario, Player guest, Player host) {
        MachineSpec usual = scenario.usualDesign().machine();
        MachineSpec machine = scenario.kind().budget()
                .map(name -> usual.with(name, host.budget())).orElse(usual);
        Design design = host.in(guest.in(Design.usual(scenario.switches())));
        if (!guest.exists().test(machine) || !host.exists().test(machine)
                || scenario.kind().refuses(machine, design).isPresent()) {
            return Map.of();
        }
        Map<String, Verdict> verdicts = searched.computeIfAbsent(List.of(machine, design),
                same -> search(scenario.kind().build(machine, design)));
        if (host.budget() == 0 || verdicts.values().stream().noneMatch(
                verdict -> verdict.outcome() == Outcome.UNDECIDED)) {
            return verdicts;
        }
        Map<String, Verdict> both = new LinkedHashMap<>(verdicts);
        verdicts(scenario, guest, host.hostile(0)).forEach((property, honest) -> {
            if (honest.outcome() == Outcome.BROKEN) {
                both.put(property, honest);
            }
        });
        return both;
    }

    private Map<String, Verdict> search(Model model) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (PropertyVerdict verdict : new Exploration(model)
                .within(Bounds.usual().states(cast.mostStates())).go().properties()) {
            InvariantName.of(verdict.property()).ifPresent(name -> verdicts.put(
                    verdict.property().id(), new Verdict(name, verdict.outcome())));
        }
        return verdicts;
    }
}
