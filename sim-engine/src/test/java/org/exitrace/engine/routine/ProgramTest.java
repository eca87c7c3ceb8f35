package org.exitrace.engine.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.engine.state.LayoutBuilder;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final EntryPoint RESET = new EntryPoint("reset vector");

    @Test
    void aGateHoldsTheWholeProgram() {
        Sheet sheet = Sheet.prepared(code -> code.pause("one").pause("two"),
                program -> program.onlyWhile(s -> s.flag.isSet()));
        assertThat(sheet.offers()).isEmpty();
        sheet.flag.raise();
        sheet.take("one");
        sheet.flag.clear();
        assertThat(sheet.offers()).isEmpty();
        assertThat(sheet.program.waitsAt()).isEqualTo("r: two");
    }

    @Test
    void anIdleProgramWaitsToBeStarted() {
        Sheet sheet = Sheet.prepared(code -> code.pause("one"), Program::startsIdle);
        assertThat(sheet.offers()).isEmpty();
        assertThat(sheet.counter.isIdle()).isTrue();
        assertThat(sheet.program.waits()).isFalse();
        assertThat(sheet.program.waitsAt()).isEmpty();
        sheet.counter.start();
        assertThat(sheet.counter.isIdle()).isFalse();
        assertThat(sheet.offers()).containsExactly("one");
        sheet.counter.stop();
        assertThat(sheet.offers()).isEmpty();
    }

    @Test
    void othersMayLetItGoOnFromAnEntryPoint() {
        Sheet sheet = Sheet.running(code -> code
                .pause("boots")
                .local(s -> s.value.increment()).entry(RESET)
                .pause("runs"));
        sheet.takeAll(9);
        assertThat(sheet.value.get()).isEqualTo(1);
        sheet.counter.enter(RESET);
        assertThat(sheet.value.get()).isEqualTo(2);
        assertThat(sheet.counter.isAt("r: runs")).isTrue();
        assertThat(sheet.counter.isAt("r: boots")).isFalse();
        assertThatThrownBy(() -> sheet.counter.enter(new EntryPoint("nowhere")))
                .hasMessage("r has no entry point 'nowhere'");
        assertThatThrownBy(() -> Sheet.running(code ->
                code.pause("x").entry(RESET).pause("y").entry(RESET)))
                .hasMessage("entry point 'reset vector' is marked twice");
    }

    @Test
    void whoMayRestIsNotStuck() {
        Sheet resting = Sheet.running(code -> code.await("idles", s -> s.flag.isSet()).mayRest());
        Sheet stuck = Sheet.running(code -> code.await("idles", s -> s.flag.isSet()));
        assertThat(resting.model.somebodyWaits()).isFalse();
        assertThat(resting.model.waiting()).isEmpty();
        assertThat(stuck.model.somebodyWaits()).isTrue();
        assertThat(stuck.model.waiting()).containsExactly("a at r: idles");
    }

    @Test
    void theCounterIsRenderedByLabel() {
        Sheet sheet = Sheet.running(code -> code.pause("one").pause("two").pause("three"));
        assertThat(sheet.counter.render(0)).isEqualTo("ended");
        assertThat(sheet.counter.render(2)).isEqualTo("r: two");
        assertThat(sheet.counter.render(4)).isEqualTo("?4");
        assertThat(sheet.counter.bits()).isEqualTo(2);
        assertThat(sheet.counter.describeType()).isEqualTo("a label of r");
        assertThat(sheet.program.name()).isEqualTo("r");
        assertThat(sheet.program.labelCount()).isEqualTo(3);
        assertThat(sheet.program.actor().name()).isEqualTo("a");
    }

    @Test
    void aLabelThatItDoesNotHaveIsRefusedWithThoseThatItHas() {
        Sheet sheet = Sheet.running(code -> code.pause("in").pause("out").pause("out"));
        assertThat(sheet.counter.isAt("r: in")).isTrue();
        assertThat(sheet.counter.isAt("r: out")).isFalse();
        assertThat(sheet.counter.isAt("ended")).isFalse();
        assertThatThrownBy(() -> sheet.counter.isAt("r: out "))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage("program 'r' of a has no label 'r: out ';"
                        + " it has [r: in, r: out, ended]");
        sheet.takeAll(3);
        assertThat(sheet.counter.isAt("ended")).isTrue();
    }

    @Test
    void aCounterBelongsToExactlyOneProgram() {
        LayoutBuilder open = new LayoutBuilder();
        ProgramCounter counter = new ProgramCounter(open.region("r"), "pc");
        assertThatThrownBy(open::close).hasMessage("r.pc has no program");
        Routine<String> routine = Routine.named("r", "", code -> code.pause("x"));
        var actor = new org.exitrace.engine.step.Actor(0, "a");
        new Program<>(actor, "region", counter, routine);
        assertThatThrownBy(() -> new Program<>(actor, "region", counter, routine))
                .hasMessage("r.pc already counts for another program");
    }

    @Test
    void anAlternativeIsLeftOutWhereItsGuardFails() {
        Sheet sheet = Sheet.running(code -> code.either("x", choices -> choices
                .when("a", s -> s.flag.isSet(), s -> { })
                .when("b", s -> s.flag.isClear(), s -> { })));
        assertThat(sheet.offers()).isEqualTo(List.of("b"));
        sheet.flag.raise();
        assertThat(sheet.offers()).isEqualTo(List.of("a"));
    }
}
