package org.exitrace.testkit;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;

/** A property by its id: a mistyped one must not pass for one that is kept. */
final class DeclaredProperty {

    private DeclaredProperty() {
    }

    static Property of(Model model, String id) {
        return model.property(id).orElseThrow(() -> new AssertionError(
                "the model has no property '" + id + "'; it has "
                        + model.properties().stream().map(Property::id).toList()));
    }
}
