package org.exitrace.reports.view;

import java.util.List;

/**
 * The cells that a step read and wrote, by name, in declaration order.
 *
 * @param reads cells read
 * @param writes cells written, also where the value stayed the same
 */
public record FootprintView(List<String> reads, List<String> writes) {

    /** Of a run that did not record footprints. */
    public static final FootprintView NOT_RECORDED = new FootprintView(List.of(), List.of());

    /** Whether anything was recorded. */
    public boolean isRecorded() {
        return !reads.isEmpty() || !writes.isEmpty();
    }
}
