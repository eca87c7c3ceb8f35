package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.explore.ExplorationResult;

/** What a search has found, as tests ask for it. */
final class Verdicts {

    private Verdicts() {
    }

    /** The ids of the properties that broke. */
    static List<String> broken(ExplorationResult result) {
        return result.broken().stream().map(verdict -> verdict.property().id()).toList();
    }
}
