package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.sample.Net;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.state.CellChange;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.state.Footprint;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void itGivesEachStateOfTheRun() {
        Model model = Crowd.of(3);
        Trace trace = new Trace();
        List<long[]> states = new ArrayList<>();
        RunObserver keeper = new RunObserver() {
            @Override
            public void begins(Model started) {
                states.add(started.frame().snapshot());
            }

            @Override
            public void stepped(Step step, long number, long atNs) {
                states.add(model.frame().snapshot());
                long[] loaded = model.frame().snapshot();
                assertThat(trace.state((int) number / 2)).isEqualTo(states.get((int) number / 2));
                assertThat(model.frame().snapshot()).as("left as it was").isEqualTo(loaded);
                assertThat(model.frame().observer()).isNotNull();
            }
        };
        new Run(model, new RandomChoice(3)).tell(trace).tell(keeper)
                .goOnWhenBroken().atMost(200).go();
        assertThat(trace.length()).isEqualTo(200);
        for (int number = 0; number <= 200; number++) {
            assertThat(trace.state(number)).isEqualTo(states.get(number));
        }
        assertThat(trace.fingerprint(200)).isEqualTo(model.fingerprint());
        trace.state(0)[0] = 77;
        assertThat(trace.state(0)).as("a copy").isEqualTo(states.get(0));
    }

    @Test
    void itNamesWhatAStepChanged() {
        Trace trace = lostWakeUp();
        assertThat(trace.changes(2)).containsExactly(
                new CellChange("bed.work", "0", "1"),
                new CellChange("bed.waker", "wake: posts work", "wake: kicks"));
        assertThat(trace.step(2).fullName()).isEqualTo("waker wake: posts work");
        assertThat(trace.names()).hasSize(4).startsWith("sleeper sleep: looks for work");
        assertThat(trace.broken().values()).containsOnly(4L);
        assertThat(trace.result().end()).isEqualTo(RunEnd.BROKEN);
        assertThat(trace.atNs(4)).isZero();
        assertThat(trace.model().name()).isEqualTo("lost-wake-up");
    }

    @Test
    void anArrowLeadsFromTheStepThatMadeAnotherActorsStepPossible() {
        Trace trace = new Trace();
        new Run(LostWakeUp.broken(), Replay.of(List.of("sleeper sleep: looks for work",
                "sleeper sleep: parks", "waker wake: posts work", "waker wake: kicks",
                "sleeper sleep: wakes"))).tell(trace).go();
        assertThat(trace.arrows()).containsExactly(new Trace.Arrow(4, 5));
        assertThat(trace.enabledBy(1)).isZero();
        assertThat(trace.enabledBy(2)).isEqualTo(1);
        assertThat(trace.enabledBy(4)).isEqualTo(3);
        assertThat(trace.enabledBy(5)).isEqualTo(4);
    }

    @Test
    void numbersOutsideOfTheTraceAreRefused() {
        Trace trace = lostWakeUp();
        assertThatThrownBy(() -> trace.step(0)).hasMessage("the trace has steps 1 to 4, not 0");
        assertThatThrownBy(() -> trace.state(5)).hasMessage("the trace has steps 0 to 4, not 5");
        assertThatThrownBy(() -> trace.changes(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void itsHashIsTheSameForEver() {
        assertThat(Fingerprint.render(lostWakeUp().hash())).isEqualTo("b1a5439934d332a6");
    }

    @Test
    void aSecondRunBeginsAnew() {
        Trace trace = new Trace();
        Model model = LostWakeUp.repaired();
        new Run(model, new InOrder()).tell(trace).go();
        long hash = trace.hash();
        new Run(model, new InOrder()).tell(trace).go();
        assertThat(trace.hash()).isEqualTo(hash);
        assertThat(trace.length()).isEqualTo(4);
    }

    @Property(tries = 50)
    void anObservedFrameGivesTheSameStates(@ForAll long net, @ForAll long seed) {
        Model model = Net.of(net);
        Trace trace = new Trace();
        new Run(model, new RandomChoice(seed)).tell(trace).goOnWhenBroken().atMost(40).go();
        model.reset();
        model.frame().observe(new Footprint());
        for (int number = 1; number <= trace.length(); number++) {
            trace.step(number).fire();
            assertThat(model.frame().snapshot()).isEqualTo(trace.state(number));
        }
        model.frame().observe(null);
    }

    private static Trace lostWakeUp() {
        Trace trace = new Trace();
        new Run(LostWakeUp.broken(), Replay.of(List.of("sleeper sleep: looks for work",
                "waker wake: posts work", "waker wake: kicks", "sleeper sleep: parks")))
                .tell(trace).go();
        return trace;
    }
}
