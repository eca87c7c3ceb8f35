package org.exitrace.engine.explore;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.property.Property;

/** What a search was asked to do, beside the model. */
record SearchSettings(
        Bounds bounds, boolean stopsAtFirstBroken, boolean checked, boolean wide,
        Predicate<Property> looksAt, Consumer<Progress> progress, BooleanSupplier interrupted) {
}
