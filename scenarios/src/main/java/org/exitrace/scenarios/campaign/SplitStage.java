package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.time.Lineage;

/**
 * Runs that branch off at points of one nearness, and how near each of them came then.
 *
 * @param from from how many steps at least to the goal they branch off
 * @param clones the runs, each with its lineage and where it began
 * @param hits for each, behind how many of its steps it was first one step nearer, two, three, …
 */
record SplitStage(int from, List<SplitPoint> clones, List<long[]> hits) {

    /** How many came so near. */
    int reached(int nearness) {
        return (int) hits.stream().filter(each -> each.length >= from - nearness).count();
    }

    /** The points at which those from {@code first}, and before {@code behind}, first did. */
    List<SplitPoint> survivors(int nearness, int first, int behind) {
        List<SplitPoint> points = new ArrayList<>();
        for (int i = first; i < behind; i++) {
            long[] each = hits.get(i);
            if (each.length >= from - nearness) {
                points.add(new SplitPoint(
                        clones.get(i).lineage(), each[from - nearness - 1]));
            }
        }
        return points;
    }

    /** What consecutive clones showed. */
    static final class Hits implements Tally<Hits> {

        private final List<long[]> all = new ArrayList<>();
        private boolean last;

        void keep(long[] hits, int count) {
            all.add(Arrays.copyOf(hits, count));
        }

        void cutShort() {
            last = true;
        }

        List<long[]> all() {
            return all;
        }

        @Override
        public void add(Hits next) {
            all.addAll(next.all);
        }

        @Override
        public boolean isLast() {
            return last;
        }
    }

    /** A run that branches off at {@code point}, or begins there if that is a run's beginning. */
    static SplitPoint clone(SplitPoint point, long seed) {
        return point.steps() == 0 ? new SplitPoint(Lineage.of(seed), 0)
                : new SplitPoint(point.lineage().branch(point.steps(), seed), point.steps());
    }
}
