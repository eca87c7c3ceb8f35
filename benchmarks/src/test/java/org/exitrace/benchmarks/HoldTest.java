package org.exitrace.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umontreal.ssj.simevents.eventlist.SplayTree;

class HoldTest {

    private static final int PENDING = 40_000;

    @ParameterizedTest
    @EnumSource(HoldGaps.class)
    void allListsPutOffTheSameEventsToTheSameTimes(HoldGaps gaps) {
        Hold ours = new HoldOfEventList(PENDING, gaps);
        Hold heap = new HoldOfPriorityQueue(PENDING, gaps);
        Hold ssj = new HoldOfSsj(new SplayTree(), PENDING, gaps);
        for (int i = 0; i < 100; i++) {
            assertThat(ours.go(997)).isEqualTo(heap.go(997)).isEqualTo(ssj.go(997)).isPositive();
        }
    }
}
