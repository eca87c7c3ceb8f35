package org.exitrace.engine.routine;

/** One piece of routine text; links itself in front of what follows it. */
abstract class Node<R> {

    String cost = "";
    String delay = "";
    boolean mayRest;
    EntryPoint entry;

    /** Makes the labels of this piece and returns the jump to its beginning. */
    abstract Jump link(Linker linker, R region, Targets targets, Jump next);

    final Jump linkMarked(Linker linker, R region, Targets targets, Jump next) {
        Jump start = link(linker, region, targets, next);
        if (entry != null) {
            linker.entry(entry, start);
        }
        return start;
    }
}
