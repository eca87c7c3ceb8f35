package org.exitrace.scenarios.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;

/** Reads which properties a family leaves to entries of the catalogue. */
final class ElsewhereReader {

    private final Node.Mapping file;
    private final Catalogue catalogue;
    private final Problems problems;

    ElsewhereReader(Node.Mapping file, Catalogue catalogue, Problems problems) {
        this.file = file;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    List<DecidedElsewhere> read() {
        List<DecidedElsewhere> read = new ArrayList<>();
        for (Node item : Reading.items(file.get("elsewhere"))) {
            Node.Mapping text = Reading.mapping(item);
            entry(text.get("entry")).ifPresent(entry -> read.add(
                    new DecidedElsewhere(entry, properties(entry, text.get("properties")))));
        }
        return read;
    }

    private Optional<Scenario> entry(Node written) {
        if (Reading.text(written).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(catalogue.read(Reading.text(written)));
        } catch (UnusableInputException unknown) {
            unknown.problems().stream().map(Problem::sentence)
                    .forEach(sentence -> problems.add(written.place(), sentence));
            return Optional.empty();
        }
    }

    private List<Property> properties(Scenario entry, Node written) {
        List<Property> known = entry.designs().stream()
                .flatMap(design -> entry.build(design).properties().stream()).toList();
        List<Property> found = new ArrayList<>();
        for (Node item : Reading.items(written)) {
            String id = Reading.text(item);
            Optional<Property> property = known.stream()
                    .filter(each -> each.id().equals(id)).findFirst();
            property.ifPresent(found::add);
            if (property.isEmpty()) {
                problems.add(item.place(), "entry '" + entry.name() + "' has no property '" + id
                        + "'; " + DidYouMean.remedy(id, known.stream().map(Property::id)
                        .distinct().toList()));
            }
        }
        return found;
    }
}
