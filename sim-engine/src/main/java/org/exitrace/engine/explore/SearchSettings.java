package org.exitrace.engine.explore;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a search was asked to do, beside the model. */
record SearchSettings(
        Bounds bounds, boolean stopsAtFirstBroken, boolean checked, boolean wide,
        boolean looksAtProperties, Consumer<Progress> progress, BooleanSupplier interrupted) {
}
