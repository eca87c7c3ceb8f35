package org.exitrace.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/**
 * What is asked of a property at a time: one of the cases that it forbids, or all that it says.
 *
 * @param property whose part it is
 * @param place of the property among those of its model
 * @param forbidden what must not hold, where the property has cases
 */
record PropertyPart(Property property, int place, BooleanSupplier forbidden) {

    /** All parts of {@code properties}, in order: a write then concerns one case, not all. */
    static List<PropertyPart> of(List<Property> properties) {
        List<PropertyPart> parts = new ArrayList<>();
        for (int place = 0; place < properties.size(); place++) {
            Property property = properties.get(place);
            if (property.kind() == PropertyKind.NEVER) {
                for (BooleanSupplier each : property.cases()) {
                    parts.add(new PropertyPart(property, place, each));
                }
            } else {
                parts.add(new PropertyPart(property, place, property::isBrokenHere));
            }
        }
        return parts;
    }
}
