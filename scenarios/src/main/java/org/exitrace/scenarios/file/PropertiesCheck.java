package org.exitrace.scenarios.file;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;

/** Checks the property ids that a file names against the model of each design. */
final class PropertiesCheck {

    private final Node.Mapping file;
    private final Problems problems;

    PropertiesCheck(Node.Mapping file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void check(ScenarioDesign design, Model model) {
        Node.Mapping text = Reading.mapping(
                Reading.mapping(file.get("designs")).get(design.name()));
        Node broken = Reading.mapping(text.get("expect")).get("broken");
        if (broken instanceof Node.Sequence list) {
            list.items().forEach(item -> known(item, model));
        } else if (broken != null) {
            known(broken, model);
        }
        for (Node item : Reading.items(file.get("reach"))) {
            if (known(item, model)) {
                reachable(item, model.property(Reading.text(item)).orElseThrow());
            }
        }
    }

    private boolean known(Node written, Model model) {
        String id = Reading.text(written);
        if (id.isEmpty() || model.property(id).isPresent()) {
            return !id.isEmpty();
        }
        List<String> ids = model.properties().stream().map(Property::id).toList();
        problems.add(written.place(), "model '" + model.name() + "' has no property '" + id
                + "'; " + DidYouMean.remedy(id, ids));
        return false;
    }

    private void reachable(Node written, Property property) {
        if (property.kind() != PropertyKind.REACHABLE) {
            problems.add(written.place(), "'" + property.id() + "' is a property of the kind '"
                    + property.kind() + "', but only one of the kind 'reachable' can be reached;"
                    + " name one of those, or remove it");
        }
    }
}
