package org.exitrace.scenarios.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** The page of invariants against guests and hosts, as the searches show it. */
final class InvariantPage {

    private static final String HEAD = """
            # Invariants, guests and hosts

            The ids are those of [the protocol's page](ghcb.md#h-invariants). This page is made by
            running the catalogue: `InvariantTableTest` searches all entries of a kind of machine
            under each guest and host that is listed with its table, with every other switch at its
            usual value. *kept*: no entry breaks it, and each search was exhaustive.
            *broken n of m*: n of the m entries whose machine has it break it. *kept n of m*: none
            breaks it, and n searches were exhaustive. *-*: no machine of that guest and host has
            it. Guests for which all is the same share a row. A result holds for these entries and
            for nothing larger.

            Where the property of an invariant has another name, or is a further one that cites it,
            the row says both. A hostile host that does nothing wrong is the honest one, so that
            what that breaks counts against both.
            """;

    private final List<Scenario> scenarios;

    InvariantPage(List<Scenario> scenarios) {
        this.scenarios = scenarios;
    }

    String text() {
        return HEAD + Cast.ALL.stream().map(this::section).collect(Collectors.joining())
                + byEntry();
    }

    /** Who plays, and each invariant of such machines against them. */
    String section(Cast cast) {
        StringBuilder out = new StringBuilder("\n## Kind: ").append(cast.kind()).append("\n\n")
                .append(cast.remark()).append("\nUp to ")
                .append(String.format(Locale.ROOT, "%,d", cast.mostStates()))
                .append(" states each. Guests:\n\n");
        cast.guests().forEach(guest -> out.append(guest.line()));
        out.append("\nHosts:\n\n");
        cast.hosts().forEach(host -> out.append(host.line()));
        out.append("\n| id | guest |");
        cast.hosts().forEach(host -> out.append(' ').append(host.name()).append(" |"));
        out.append("\n|---|---|").append("---|".repeat(cast.hosts().size())).append('\n');
        rows(cast).forEach((name, guests) -> guests.forEach((cells, who) -> out.append("| ")
                .append(name).append(" | ")
                .append(who.size() == cast.guests().size() ? "each" : String.join(", ", who))
                .append(" | ").append(cells).append(" |\n")));
        return out.toString();
    }

    /** By invariant, and by what stands in the columns: the guests of which that is true. */
    private Map<InvariantName, Map<String, List<String>>> rows(Cast cast) {
        InvariantTable table = new InvariantTable(cast, scenarios);
        Map<InvariantName, Map<String, List<String>>> rows = new TreeMap<>();
        for (Player guest : cast.guests()) {
            List<Map<InvariantName, String>> columns = cast.hosts().stream()
                    .map(host -> table.column(guest, host)).toList();
            TreeSet<InvariantName> names = new TreeSet<>();
            columns.forEach(column -> names.addAll(column.keySet()));
            names.forEach(name -> rows.computeIfAbsent(name, any -> new LinkedHashMap<>())
                    .computeIfAbsent(columns.stream().map(column -> column.getOrDefault(name, "-"))
                            .collect(Collectors.joining(" | ")), any -> new ArrayList<>())
                    .add(guest.name()));
        }
        return rows;
    }

    /** Of each invariant what breaks it, and how many designs are verified and keep it. */
    String byEntry() {
        Map<InvariantName, List<String>> broken = designs(true);
        Map<InvariantName, List<String>> kept = designs(false);
        StringBuilder out = new StringBuilder("\n## All invariants, and what shows them\n\n"
                + "Of all kinds of machine: the first design that breaks it, and how many are"
                + " verified and keep it.\n\n"
                + "| id | what must not be, or must | broken by | designs that break it"
                + " | designs that keep it |\n|---|---|---|---|---|\n");
        invariants().forEach((name, property) -> out.append("| ").append(name).append(" | ")
                .append(property.kind()).append(": ").append(property.sentence()).append(" | `")
                .append(broken.getOrDefault(name, List.of("-")).get(0)).append("` | ")
                .append(broken.getOrDefault(name, List.of()).size()).append(" | ")
                .append(kept.getOrDefault(name, List.of()).size()).append(" |\n"));
        return out.toString();
    }

    /** All that some entry's usual design promises, each with the first property of the name. */
    Map<InvariantName, Property> invariants() {
        Map<InvariantName, Property> invariants = new TreeMap<>();
        for (Scenario scenario : scenarios) {
            named(scenario, scenario.usualDesign())
                    .forEach((id, property) -> InvariantName.of(property)
                            .ifPresent(name -> invariants.putIfAbsent(name, property)));
        }
        return invariants;
    }

    /** By invariant the designs that are expected to break it, or are verified and keep it. */
    Map<InvariantName, List<String>> designs(boolean broken) {
        Map<InvariantName, List<String>> all = new TreeMap<>();
        for (Scenario scenario : scenarios) {
            for (ScenarioDesign design : scenario.designs()) {
                List<String> breaks = design.expectation().broken();
                if (broken ? breaks.isEmpty()
                        : !breaks.isEmpty() || design.exploration().isEmpty()) {
                    continue;
                }
                Map<String, Property> named = named(scenario, design);
                Collection<String> shown = broken ? breaks : named.keySet();
                shown.stream().filter(named::containsKey)
                        .flatMap(id -> InvariantName.of(named.get(id)).stream()).distinct()
                        .forEach(name -> all.computeIfAbsent(name, any -> new ArrayList<>())
                                .add(scenario.name() + " " + design.name()));
            }
        }
        return all;
    }

    private static Map<String, Property> named(Scenario scenario, ScenarioDesign design) {
        Map<String, Property> named = new LinkedHashMap<>();
        scenario.build(design).properties()
                .forEach(property -> named.put(property.id(), property));
        return named;
    }
}
