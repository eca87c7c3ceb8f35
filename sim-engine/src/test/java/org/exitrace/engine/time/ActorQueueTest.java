package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ActorQueueTest {

    @Property
    void theFirstIsTheOneWithTheLeastStartAndOfThoseTheLeastActor(
            @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 2_999) Integer> changes) {
        ActorQueue queue = new ActorQueue(50);
        Map<Integer, Long> starts = new TreeMap<>();
        for (int change : changes) {
            int actor = change % 50;
            long start = change / 50 % 20;
            if (change >= 2_000) {
                queue.remove(actor);
                starts.remove(actor);
            } else {
                queue.put(actor, start);
                starts.put(actor, start);
            }
            int expected = starts.entrySet().stream()
                    .min(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(-1);
            assertThat(queue.first()).isEqualTo(expected);
            if (expected >= 0) {
                assertThat(queue.startNs(expected)).isEqualTo(starts.get(expected));
            }
        }
    }

    @Property(tries = 100)
    void emptiedItGivesAllInOrder(@ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> starts) {
        ActorQueue queue = new ActorQueue(starts.size());
        for (int actor = 0; actor < starts.size(); actor++) {
            queue.put(actor, starts.get(actor));
        }
        long before = -1;
        int lastActor = -1;
        for (int i = 0; i < starts.size(); i++) {
            int actor = queue.first();
            assertThat(queue.startNs(actor) > before || actor > lastActor).isTrue();
            before = queue.startNs(actor);
            lastActor = actor;
            queue.remove(actor);
        }
        assertThat(queue.first()).isEqualTo(-1);
    }
}
