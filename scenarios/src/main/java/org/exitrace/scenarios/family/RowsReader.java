package org.exitrace.scenarios.family;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;

/** Reads the rows of a family; what they promise is taken from the models. */
final class RowsReader {

    private final Node.Mapping file;
    private final FamilyModels models;
    private final Problems problems;

    RowsReader(Node.Mapping file, FamilyModels models, Problems problems) {
        this.file = file;
        this.models = models;
        this.problems = problems;
    }

    List<FamilyRow> read() {
        List<FamilyRow> rows = new ArrayList<>();
        for (Node item : Reading.items(file.get("rows"))) {
            Node.Mapping group = Reading.mapping(item);
            Set<String> told = new LinkedHashSet<>();
            for (Node id : Reading.items(group.get("properties"))) {
                if (!told.add(Reading.text(id))) {
                    problems.add(id.place(), "property '" + Reading.text(id) + "' stands twice in"
                            + " this group; keep one of the two");
                }
                row(group, id).ifPresent(rows::add);
            }
        }
        return rows;
    }

    /** A row of a group that names no scenario is decided in all that have its property. */
    private Optional<FamilyRow> row(Node.Mapping group, Node written) {
        String id = Reading.text(written);
        List<String> wanted = named(group);
        List<String> having = wanted.stream()
                .filter(name -> models.property(name, id).isPresent()).toList();
        if (group.get("in") != null) {
            wanted.stream().filter(name -> !having.contains(name)).forEach(
                    name -> unknown(written, "scenario '" + name + "' has", List.of(name)));
        } else if (having.isEmpty() && !wanted.isEmpty()) {
            unknown(written, "the scenarios of this family have", wanted);
        }
        return having.isEmpty() ? Optional.empty() : Optional.of(new FamilyRow(
                Reading.text(group.get("group")),
                models.property(having.get(0), id).orElseThrow(), having));
    }

    private List<String> named(Node.Mapping group) {
        List<String> excepted = named(group.get("except"));
        if (group.get("in") == null) {
            return models.scenarios().stream().filter(name -> !excepted.contains(name)).toList();
        }
        if (group.get("except") != null) {
            problems.add(group.get("except").place(), "this group has both 'in' and 'except';"
                    + " keep one of the two");
        }
        return named(group.get("in"));
    }

    private List<String> named(Node list) {
        List<String> names = new ArrayList<>();
        List<String> written = List.copyOf(Reading.mapping(file.get("scenarios")).keys());
        for (Node item : Reading.items(list)) {
            String name = Reading.text(item);
            if (models.scenarios().contains(name)) {
                names.add(name);
            } else if (!written.contains(name)) {
                problems.add(item.place(), "this family has no scenario '" + name + "'; "
                        + DidYouMean.remedy(name, written));
            }
        }
        return names;
    }

    private void unknown(Node written, String who, List<String> scenarios) {
        List<String> ids = scenarios.stream().flatMap(name -> models.of(name).stream())
                .flatMap(model -> model.properties().stream()).map(Property::id).distinct()
                .toList();
        problems.add(written.place(), who + " no property '" + Reading.text(written) + "'; "
                + DidYouMean.remedy(Reading.text(written), ids));
    }
}
