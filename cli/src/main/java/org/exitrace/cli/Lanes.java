package org.exitrace.cli;

import java.util.List;
import org.exitrace.reports.view.LaneState;

/** Which cell's value stands in the lane of which actor. */
final class Lanes {

    private Lanes() {
    }

    static List<LaneState> of(Chosen chosen) {
        return List.of();
    }
}
