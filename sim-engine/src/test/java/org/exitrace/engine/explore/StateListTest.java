package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StateListTest {

    @Property(tries = 100)
    void isAQueueAndAStack(@ForAll @Size(max = 60) List<@IntRange(min = -3, max = 3) Integer> moves,
            @ForAll @IntRange(min = 1, max = 3000) int words) {
        StateList list = new StateList(words);
        Deque<Long> model = new ArrayDeque<>();
        long[] state = new long[words];
        long next = 0;
        for (int move : moves) {
            for (int i = 0; i < 9; i++) {
                if (move > 0) {
                    state[0] = next;
                    state[words - 1] = next;
                    model.addLast(next++);
                    list.add(state, 0);
                } else if (move == 0 && !model.isEmpty()) {
                    model.removeLast();
                    list.removeLast();
                } else if (move < 0 && !model.isEmpty()) {
                    model.removeFirst();
                    list.removeFirst();
                }
            }
            assertThat(list.size()).isEqualTo(model.size());
            if (!model.isEmpty()) {
                assertThat(read(list, list.first(), words)).isEqualTo(model.getFirst());
                assertThat(read(list, list.end() - 1, words)).isEqualTo(model.getLast());
            }
        }
    }

    private static long read(StateList list, long number, int words) {
        long[] chunk = list.chunk(number);
        assertThat(chunk[list.offset(number)]).isEqualTo(chunk[list.offset(number) + words - 1]);
        return chunk[list.offset(number)];
    }
}
