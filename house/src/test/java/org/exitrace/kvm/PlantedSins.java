package org.exitrace.kvm;

import java.io.File;
import java.util.List;
import java.util.Set;

/** Breaks each rule for models once, so that no rule can pass by looking at nothing. */
public final class PlantedSins {
    private double share;

    long clock() {
        return System.nanoTime();
    }

    boolean draw() {
        return Math.random() < share;
    }

    Set<String> order() {
        return Set.of("a", "b");
    }

    int identity() {
        return System.identityHashCode(this);
    }

    long thread() {
        return List.of(1).parallelStream().count();
    }

    File file() {
        return new File("a");
    }
}
