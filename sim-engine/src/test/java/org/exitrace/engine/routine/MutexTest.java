package org.exitrace.engine.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.state.CellRangeException;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.LayoutBuilder;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.junit.jupiter.api.Test;

class MutexTest {

    @Test
    void aLockIsTakenAndReleased() {
        Sheet sheet = Sheet.running(code -> code
                .lock("locks", s -> s.mutex).pause("inside").unlock("unlocks", s -> s.mutex));
        assertThat(sheet.mutex.isFree()).isTrue();
        sheet.take("locks");
        assertThat(sheet.mutex.isFree()).isFalse();
        assertThat(sheet.mutex.isHeldBy(new Actor(0, "a"))).isTrue();
        assertThat(sheet.mutex.isHeldBy(new Actor(1, "b"))).isFalse();
        assertThat(sheet.takeAll(9)).containsExactly("inside", "unlocks");
        assertThat(sheet.mutex.isFree()).isTrue();
    }

    @Test
    void aLockThatIsTakenIsWaitedFor() {
        Sheet sheet = Sheet.running(code -> code.lock("locks", s -> s.mutex));
        sheet.mutex.take(new Actor(1, "other"));
        assertThat(sheet.offers()).isEmpty();
        assertThat(sheet.model.waiting()).containsExactly("a at r: locks");
        sheet.mutex.release(new Actor(1, "other"));
        assertThat(sheet.offers()).containsExactly("locks");
    }

    @Test
    void aTryGoesOnWhetherItGetsTheLockOrNot() {
        Sheet sheet = Sheet.running(code -> code
                .tryLock("tries", s -> s.mutex, refused -> refused.pause("refused"))
                .tryLock("tries again", s -> s.mutex, refused -> refused.pause("busy").done())
                .pause("never"));
        assertThat(sheet.takeAll(9)).containsExactly("tries", "tries again", "busy");
        assertThat(sheet.mutex.isHeldBy(new Actor(0, "a"))).isTrue();
    }

    @Test
    void onlyItsHolderUnlocks() {
        Sheet sheet = Sheet.running(code -> code.unlock("unlocks", s -> s.mutex));
        assertThatThrownBy(() -> sheet.take("unlocks"))
                .hasMessage("a unlocks sheet.mutex without holding it");
    }

    @Test
    void aMutexWhoseMemoryIsGoneIsNobodys() {
        Sheet sheet = Sheet.running(code -> code
                .lock("locks", s -> s.mutex).unlock("unlocks", s -> s.mutex));
        sheet.take("locks");
        sheet.mutex.forget();
        assertThat(sheet.mutex.isFree()).isTrue();
        assertThat(sheet.mutex.isHeldBy(new Actor(0, "a"))).isFalse();
        assertThatThrownBy(() -> sheet.take("unlocks")).hasMessageContaining("without holding it");
        sheet.mutex.forget();
        assertThat(sheet.mutex.isFree()).as("also one that was free").isTrue();
    }

    @Test
    void aMutexIsRenderedWithItsHolder() {
        LayoutBuilder open = new LayoutBuilder();
        MutexCell mutex = new MutexCell(open.region("r"), "m");
        open.close();
        mutex.take(new Actor(254, "last"));
        assertThat(mutex.render(0)).isEqualTo("free");
        assertThat(mutex.renderIn(open.frame().snapshot())).isEqualTo("held by actor 254");
        assertThat(mutex.describeType()).contains("255 actors");
        assertThatThrownBy(() -> mutex.take(new Actor(255, "too-many")))
                .isInstanceOf(CellRangeException.class);
    }

    @Test
    void aMutexOfALargeMachineIsHeldByAnyOfItsActors() {
        LayoutBuilder open = new LayoutBuilder();
        MutexCell mutex = new MutexCell(open.region("r"), "m", 1_000);
        open.close();
        mutex.take(new Actor(999, "last"));
        assertThat(mutex.isHeldBy(new Actor(999, "last"))).isTrue();
        assertThat(mutex.describeType()).contains("1000 actors");
        assertThatThrownBy(() -> mutex.take(new Actor(1_000, "too-many")))
                .isInstanceOf(CellRangeException.class);
        assertThatThrownBy(() -> new MutexCell(new LayoutBuilder().region("r"), "m", 0))
                .hasMessage("m: somebody must be able to hold a mutex, and 0 actors are told");
    }

    @Test
    void locksTakenInOppositeOrderAreFoundToDeadlock() {
        Model model = twoLocks();
        Scheduler alternate = new Scheduler() {
            private int turn;

            @Override
            public org.exitrace.engine.step.Step next(org.exitrace.engine.run.Enabled enabled) {
                return enabled.get(turn++ % enabled.size());
            }
        };
        RunResult stuck = new Run(model, alternate).go();
        assertThat(stuck.end()).isEqualTo(RunEnd.BROKEN);
        assertThat(stuck.broken().keySet()).extracting(Property::id).containsExactly("deadlock");
        assertThat(model.waiting()).containsExactly(
                "a at ab: takes second", "b at ba: takes second");
        RunResult fine = new Run(twoLocks(), new InOrder()).go();
        assertThat(fine.end()).isEqualTo(RunEnd.AT_REST);
        assertThat(fine.isClean()).isTrue();
    }

    private static Model twoLocks() {
        ModelBuilder model = new ModelBuilder("two-locks", Design.usual(List.of()));
        Locks locks = new Locks(model.region("locks"));
        model.program(model.actor("a"), locks, locks.first, Routine.<Locks>named("ab", "", code ->
                code.lock("takes first", l -> l.one).lock("takes second", l -> l.two)
                        .unlock("drops first", l -> l.one).unlock("drops second", l -> l.two)));
        model.program(model.actor("b"), locks, locks.second, Routine.<Locks>named("ba", "", code ->
                code.lock("takes first", l -> l.two).lock("takes second", l -> l.one)
                        .unlock("drops first", l -> l.two).unlock("drops second", l -> l.one)));
        return model.build();
    }

    private static final class Locks extends Region {
        final MutexCell one = new MutexCell(cells(), "one");
        final MutexCell two = new MutexCell(cells(), "two");
        final ProgramCounter first = new ProgramCounter(cells(), "first");
        final ProgramCounter second = new ProgramCounter(cells(), "second");

        Locks(CellScope scope) {
            super(scope);
        }
    }
}
