package org.exitrace.traces.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.exitrace.traces.Samples;
import org.junit.jupiter.api.Test;

class EventCountsTest {

    @Test
    void eventsAreSortedByNumberThenName() {
        EventCounts counts = count(" 1.000000: b: x\n 1.000000: a: x\n 1.000000: b: x\n"
                + " 1.000000: kvm_fpu: load\n 1.000000: b: x\n");

        assertThat(counts.sorted()).containsExactly(
                Map.entry("b", 3L), Map.entry("a", 1L), Map.entry("kvm_fpu", 1L));
    }

    @Test
    void namesBeyondAllMeasureShareOne() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4200; i++) {
            text.append(" 1.000000: e").append(i).append(": x\n");
        }
        text.append(" 1.000000: e7: x\n");

        EventCounts counts = count(text.toString());

        assertThat(counts.sorted()).hasSize(4097);
        assertThat(counts.sorted().get(0)).isEqualTo(Map.entry("(other events)", 104L));
        assertThat(counts.sorted().get(1)).isEqualTo(Map.entry("e7", 2L));
    }

    private static EventCounts count(String text) {
        EventCounts counts = new EventCounts();
        Samples.events(text).forEach(counts::see);
        return counts;
    }
}
