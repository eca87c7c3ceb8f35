package org.exitrace.scenarios.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.DesignsReader;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.machine.MachineSwitches;

/**
 * Reads one machine of a family in the design of each column: it is written as the scenario that
 * it stands for, whose designs the columns are, and that is read as scenarios are.
 */
final class FamilyScenarioReader {

    private static final Node.Mapping NOTHING = Reading.mapping(null);

    private final Node.Mapping file;
    private final MachineKinds kinds;
    private final Catalogue catalogue;
    private final Folder folder;
    private final Problems problems;

    FamilyScenarioReader(Node.Mapping file, MachineKinds kinds, Catalogue catalogue,
            Folder folder, Problems problems) {
        this.file = file;
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.folder = folder;
        this.problems = problems;
    }

    /** The scenario {@code name}; empty, with problems told, where nothing can be made of it. */
    Optional<FamilyScenario> read(String name, Node.Entry written) {
        Node.Mapping text = Reading.mapping(written.value());
        Node.Mapping entry = entry(text);
        if (text.get("entry") != null && entry.entries().isEmpty()) {
            return Optional.empty();
        }
        Node.Mapping design = design(text, entry);
        Node.Mapping machine = new Merged(text.placeOf("machine")).put(entry.get("machine"))
                .put(design.get("machine")).put(text.get("machine")).mapping();
        Optional<MachineKind> kind = kind(machine, written.keyPlace());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> without = new LinkedHashMap<>();
        columns().forEach((column, each) -> {
            Node reason = Reading.mapping(column(each).get("without")).get(name);
            if (reason != null) {
                without.put(column, Reading.text(reason));
            }
        });
        Node.Mapping whole = whole(name, text, entry, design, machine, kind.get(), without);
        List<ScenarioDesign> designs = new DesignsReader(whole, kind.get(), problems,
                (column, place, sentence) -> without.put(column, sentence)).read();
        if (designs.isEmpty()) {
            problems.add(written.keyPlace(), "scenario '" + name + "' applies to no column"
                    + without.values().stream().findFirst().map(why -> ": " + why).orElse("")
                    + "; change it, or remove it");
            return Optional.empty();
        }
        return Optional.of(new FamilyScenario(
                name, scenario(name, text, entry, kind.get(), designs), without));
    }

    private Scenario scenario(String name, Node.Mapping text, Node.Mapping entry,
            MachineKind kind, List<ScenarioDesign> designs) {
        String family = Reading.text(file.get("family"));
        return new Scenario(Family.FOLDER + family + "/" + name, Reading.text(text.get("title")),
                Reading.text(file.get("about")),
                Reading.items(file.get("sources")).stream().map(Reading::text).toList(), kind,
                designs, Reading.text(file.get("profile") == null
                        ? entry.get("profile") : file.get("profile")),
                List.of(), folder, Place.of(file.place().file() + Family.SCENARIO + name));
    }

    /** Column by column, what a scenario file would say of it. */
    private Node.Mapping whole(String name, Node.Mapping text, Node.Mapping entry,
            Node.Mapping design, Node.Mapping machine, MachineKind kind,
            Map<String, String> without) {
        Set<String> parameters = kind.parameters().stream().map(Parameter::name)
                .collect(Collectors.toSet());
        Node.Mapping own = Reading.mapping(text.get("switches"));
        Merged designs = new Merged(file.placeOf("columns"));
        columns().forEach((column, each) -> {
            Node.Mapping here = Reading.mapping(
                    Reading.mapping(column(each).get("in")).get(name));
            Node.Mapping parametersHere = new Merged(each.keyPlace())
                    .put(column(each).get("machine"), parameters::contains)
                    .put(here.get("machine")).mapping();
            List<String> switches = switches(kind, new Merged(each.keyPlace())
                    .put(machine).put(parametersHere).mapping());
            if (!without.containsKey(column)) {
                designs.put(column, new Merged(each.keyPlace())
                        .put("title", column(each).get("title"))
                        .put("switches", new Merged(each.keyPlace())
                                .put(entry.get("switches"), key -> own.get(key) == null)
                                .put(design.get("switches"), key -> own.get(key) == null)
                                .put(column(each).get("switches"), switches::contains)
                                .put(here.get("switches")).mapping())
                        .put("machine", parametersHere)
                        .put("explore", text.get("explore")).mapping());
            }
        });
        return new Merged(text.place()).put("machine", machine).put("switches", own)
                .put("programs", text.get("programs") == null
                        ? entry.get("programs") : text.get("programs"))
                .put("designs", designs.mapping()).mapping();
    }

    /** Those of such a machine; none, where it is wrong, which its design tells. */
    private static List<String> switches(MachineKind kind, Node.Mapping machine) {
        Map<String, String> given = Reading.values(machine, List.of("kind"));
        return Arguments.problems(kind.parameters(), given).isEmpty()
                ? new MachineSwitches(kind, Arguments.of(kind.parameters(), given)).names()
                : List.of();
    }

    private Map<String, Node.Entry> columns() {
        return Reading.mapping(file.get("columns")).entries();
    }

    private static Node.Mapping column(Node.Entry written) {
        return Reading.mapping(written.value());
    }

    private Node.Mapping entry(Node.Mapping text) {
        String name = Reading.text(text.get("entry"));
        if (name.isEmpty()) {
            return NOTHING;
        }
        try {
            return catalogue.written(name);
        } catch (UnusableInputException unknown) {
            unknown.problems().stream().map(Problem::sentence)
                    .forEach(sentence -> problems.add(text.get("entry").place(), sentence));
            return NOTHING;
        }
    }

    private Node.Mapping design(Node.Mapping text, Node.Mapping entry) {
        Node written = text.get("design");
        Node.Mapping designs = Reading.mapping(entry.get("designs"));
        if (written == null) {
            return NOTHING;
        }
        if (text.get("entry") == null) {
            problems.add(text.placeOf("design"), "'design' is one of an entry's; name the entry"
                    + " with 'entry', or remove it");
        } else if (!designs.entries().isEmpty() && designs.get(Reading.text(written)) == null) {
            problems.add(written.place(), "entry '" + Reading.text(text.get("entry"))
                    + "' has no design '" + Reading.text(written) + "'; "
                    + DidYouMean.remedy(Reading.text(written), designs.keys()));
        }
        return Reading.mapping(designs.get(Reading.text(written)));
    }

    private Optional<MachineKind> kind(Node.Mapping machine, Place place) {
        Node written = machine.get("kind");
        Optional<MachineKind> kind = kinds.find(Reading.text(written));
        if (written == null) {
            problems.add(place, "this scenario has no machine; name an entry of the catalogue with"
                    + " 'entry', or a kind of machine with 'machine: {kind: ...}'");
        } else if (kind.isEmpty()) {
            problems.add(written.place(), "there is no kind of machine '" + Reading.text(written)
                    + "'; " + DidYouMean.remedy(Reading.text(written), kinds.names()));
        }
        return kind;
    }
}
