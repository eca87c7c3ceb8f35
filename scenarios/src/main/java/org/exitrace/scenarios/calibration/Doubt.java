package org.exitrace.scenarios.calibration;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.traces.measure.LatencyHistogram;

/** Why a figure is not to be trusted, however many samples it has. */
final class Doubt {

    /** Either end of a sample is known to a step, so that ten are known to a fifth. */
    private static final long FEW_STEPS = 10;
    private static final int MEDIAN = LatencyHistogram.ALL / 2;

    private Doubt() {
    }

    /** Sentences, of which there are none where nothing speaks against the samples. */
    static List<String> of(LatencyHistogram samples, long outOfOrder) {
        List<String> doubts = new ArrayList<>();
        if (outOfOrder > 0) {
            doubts.add("lines of several CPUs stand out of order at " + outOfOrder
                    + (outOfOrder == 1 ? " place" : " places")
                    + " of the trace, so that exits may be paired with entries of another time");
        }
        if (samples.quantileNs(MEDIAN) < FEW_STEPS * samples.stepNs()) {
            doubts.add("half of the samples are less than " + FEW_STEPS
                    + " steps of the trace's clock, and each may be wrong by one");
        }
        return doubts;
    }
}
