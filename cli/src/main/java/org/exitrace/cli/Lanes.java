package org.exitrace.cli;

import java.util.List;
import org.exitrace.reports.view.LaneState;

/** Which cell's value stands in the lane of which actor. */
final class Lanes {

    private Lanes() {
    }

    static List<LaneState> of(Chosen chosen) {
        return chosen.scenario().kind().laneCells(chosen.design().machine()).entrySet().stream()
                .map(lane -> new LaneState(lane.getKey(), lane.getValue())).toList();
    }
}
