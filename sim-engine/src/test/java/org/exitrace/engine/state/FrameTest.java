package org.exitrace.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {

    private final LayoutBuilder open = new LayoutBuilder();
    private final CellScope scope = open.region("r");
    private final CountCell count = scope.count("n", 9);
    private final FlagCell flag = scope.flag("f");
    private final FlagCell clock = scope.clock().flag("t");
    private final StateLayout layout = open.close();
    private final Frame frame = open.frame();

    @Test
    void aSnapshotIsRestored() {
        count.become(3);
        clock.raise();
        long[] kept = frame.snapshot();
        count.become(4);
        clock.clear();
        frame.load(kept, 0);
        assertThat(count.get()).isEqualTo(3);
        assertThat(clock.isSet()).isTrue();
        assertThat(frame.size()).isEqualTo(2);
        assertThat(frame.word(0)).isEqualTo(kept[0]);
    }

    @Test
    void aSnapshotIsACopy() {
        long[] kept = frame.snapshot();
        count.become(5);
        assertThat(count.rawIn(kept)).isZero();
    }

    @Test
    void aPartIsLoadedAndStoredFromAnOffset() {
        count.become(6);
        clock.raise();
        long[] target = new long[3];
        frame.store(target, 2, layout.hashedWords());
        count.clear();
        frame.load(target, 2, 1);
        assertThat(count.get()).isEqualTo(6);
        assertThat(clock.isSet()).as("clock cells stay").isTrue();
        assertThat(target[0]).isZero();
    }

    @Test
    void aFootprintNamesWhatWasReadAndWritten() {
        Footprint seen = new Footprint();
        frame.observe(seen);
        assertThat(frame.observer()).isSameAs(seen);
        assertThat(flag.isSet()).isFalse();
        assertThat(seen.wroteNothing()).isTrue();
        count.increment();
        assertThat(seen.wroteNothing()).isFalse();
        assertThat(seen.reads(layout)).containsExactly("r.n", "r.f");
        assertThat(seen.writes(layout)).containsExactly("r.n");
        frame.observe(null);
        clock.raise();
        assertThat(seen.writes(layout)).containsExactly("r.n");
        seen.reset();
        assertThat(seen.reads(layout)).isEmpty();
        assertThat(seen.writes(layout)).isEmpty();
    }

    @Test
    void footprintsConflictWhenOneWritesWhatTheOtherTouches() {
        Footprint readsCount = watching(() -> count.get());
        Footprint writesCount = watching(() -> count.become(1));
        Footprint writesFlag = watching(flag::raise);
        assertThat(readsCount.conflictsWith(writesCount)).isTrue();
        assertThat(writesCount.conflictsWith(readsCount)).isTrue();
        assertThat(writesCount.conflictsWith(writesCount)).isTrue();
        assertThat(readsCount.conflictsWith(readsCount)).isFalse();
        assertThat(writesFlag.conflictsWith(writesCount)).isFalse();
    }

    @Test
    void regionsAreNamedAfterTheirScope() {
        LayoutBuilder another = new LayoutBuilder();
        class Box extends Region {
            final FlagCell mine = cells().flag("mine");
            final FlagCell told = ghost().flag("told");
            final FlagCell when = clock().flag("when");

            Box(CellScope place) {
                super(place);
            }
        }
        Box box = new Box(another.region("box[1]"));
        assertThat(box).hasToString("box[1]");
        assertThat(box.name()).isEqualTo("box[1]");
        assertThat(box.mine.cellClass()).isEqualTo(CellClass.ESSENTIAL);
        assertThat(box.told.cellClass()).isEqualTo(CellClass.GHOST);
        assertThat(box.when.cellClass()).isEqualTo(CellClass.CLOCK);
    }

    private Footprint watching(Runnable access) {
        Footprint seen = new Footprint();
        frame.observe(seen);
        access.run();
        frame.observe(null);
        return seen;
    }
}
