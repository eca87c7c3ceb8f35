package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {

    private static final int RUNS = 1_000;

    private LongPredicate last = run -> false;
    private LongPredicate failing = run -> false;
    private boolean stopped;

    /** The numbers of runs. */
    private static final class Numbers implements Tally<Numbers> {

        private final List<Long> runs = new ArrayList<>();
        private boolean last;

        @Override
        public void add(Numbers next) {
            runs.addAll(next.runs);
        }

        @Override
        public boolean isLast() {
            return last;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 50})
    void addsUpAllRunsInTheirOrder(int threads) {
        assertThat(go(threads).runs).isEqualTo(LongStream.range(0, RUNS).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 50})
    void leavesOutWhatIsBehindTheLastRun(int threads) {
        last = run -> run == 444 || run == 555;
        failing = run -> run == 666;

        assertThat(go(threads).runs).isEqualTo(LongStream.rangeClosed(0, 444).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 50})
    void throwsWhatTheFirstRunThrewThatFailed(int threads) {
        last = run -> run == 666;
        failing = run -> run == 444 || run == 555 || run == 950;

        assertThatThrownBy(() -> go(threads)).isInstanceOf(ArithmeticException.class)
                .hasMessage("run 444");
    }

    @Test
    void throwsErrorsOfItsOtherThreadsToo() {
        Thread caller = Thread.currentThread();
        Blocks<Numbers> blocks = blocks();
        CountDownLatch otherWorks = new CountDownLatch(1);

        assertThatThrownBy(() -> new Crew<>(blocks, () -> block -> {
            if (Thread.currentThread() != caller) {
                otherWorks.countDown();
                throw new AssertionError("in another thread");
            }
            await(otherWorks);
            return new Numbers();
        }).go(2)).isInstanceOf(AssertionError.class).hasMessage("in another thread");
    }

    @Test
    void givesEachOfFewLongRunsToWhoIsFree() {
        assertThat(blocks(2).count()).isEqualTo(2);
        assertThat(blocks(100).count()).isEqualTo(34);
        assertThat(blocks(100_000).count()).isEqualTo(100_000 / Blocks.MOST_RUNS + 1);
    }

    @Test
    void makesNothingWhenItIsStoppedAlready() {
        stopped = true;

        assertThat(go(3).runs).isEmpty();
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread caller = Thread.currentThread();
        Blocks<Numbers> blocks = blocks();

        Numbers made = new Crew<>(blocks, () -> block -> {
            boolean other = Thread.currentThread() != caller;
            if (other) {
                caller.interrupt();
            }
            while (other ? !block.isStopped() : !caller.isInterrupted()) {
                Thread.onSpinWait();
            }
            return new Numbers();
        }).go(2);

        assertThat(made.runs).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException(nobodyDoes);
        }
    }

    private Numbers go(int threads) {
        return new Crew<>(blocks(), () -> this::make).go(threads);
    }

    private Blocks<Numbers> blocks() {
        return blocks(RUNS);
    }

    private Blocks<Numbers> blocks(long runs) {
        return new Blocks<>(runs, new Numbers(), new CampaignCount(runs, progress -> { }),
                () -> stopped);
    }

    private Numbers make(Block block) {
        Numbers numbers = new Numbers();
        for (long run = block.first(); run < block.behind() && !numbers.last; run++) {
            if (failing.test(run)) {
                throw new ArithmeticException("run " + run);
            }
            numbers.runs.add(run);
            numbers.last = last.test(run);
        }
        return numbers;
    }
}
