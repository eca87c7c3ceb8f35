package org.exitrace.ghcb.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.EntryPoint;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.spec.GhcbReply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of three CPUs, by hand. */
class GuestCpuTest {

    private static final EntryPoint VECTOR = new EntryPoint("vector");

    private GuestCpu cpu;
    private Code code;
    private Model model;

    private static final class Code extends Region {
        final ProgramCounter at = new ProgramCounter(cells(), "at");

        Code(CellScope scope) {
            super(scope);
        }
    }

    @BeforeEach
    void build() {
        ModelBuilder builder = new ModelBuilder("cpu", Design.usual(List.of()));
        cpu = new GuestCpu(builder.region("cpu[1]"), 1, 3);
        code = new Code(cpu.software("code"));
        builder.program(builder.actor("ap1"), cpu, code.at, Routine.named("code", "", text -> text
                .pause("first").pause("second").pause("third").entry(VECTOR)));
        model = builder.build();
    }

    @Test
    void itKnowsItsPlaceAndNamesItsSoftwaresCells() {
        assertThat(cpu.number()).isEqualTo(1);
        assertThat(model.layout().find("cpu[1].code.at")).isPresent();
    }

    @Test
    void anIpiWithoutTargetGoesToAllButTheSender() {
        cpu.leaveToSend(IpiMode.SIPI);
        assertThat(List.of(cpu.ipiGoesTo(0), cpu.ipiGoesTo(1), cpu.ipiGoesTo(2)))
                .containsExactly(true, false, true);
    }

    @Test
    void anIpiWithATargetGoesThereAloneEvenIfThatIsTheSender() {
        cpu.ipiTarget.become(1);
        assertThat(List.of(cpu.ipiGoesTo(0), cpu.ipiGoesTo(1), cpu.ipiGoesTo(2)))
                .containsExactly(false, true, false);
    }

    @Test
    void whoWritesTheCommandRegisterLeavesTheGuest() {
        cpu.enter();
        cpu.leaveToSend(IpiMode.SIPI);
        assertThat(cpu.running.isSet()).isFalse();
        assertThat(cpu.exit.get()).isEqualTo(GuestExit.ICR_WRITE);
        assertThat(cpu.ipi.get()).isEqualTo(IpiMode.SIPI);
    }

    @Test
    void nothingOfAnIpiIsLeftOnceItWasSent() {
        long[] before = model.frame().snapshot();
        cpu.ipiTarget.become(2);
        cpu.leaveToSend(IpiMode.SIPI);
        cpu.ipiSent();
        cpu.exit.clear();
        assertThat(model.layout().diff(before, model.frame().snapshot())).isEmpty();
    }

    @Test
    void aSipiOfAPlainGuestSetsTheInstructionPointer() {
        cpu.executes(code.at, VECTOR);
        cpu.startAtVector();
        assertThat(code.at.isAt("code: third")).isTrue();
    }

    @Test
    void softwareWithoutAVectorGoesOnWhereItStands() {
        cpu.startAtVector();
        assertThat(code.at.isAt("code: first")).isTrue();
    }

    @Test
    void enteringTheGuestEndsTheHoldThatWasOpen() {
        cpu.holdOpen.raise();
        cpu.enter();
        assertThat(cpu.running.isSet()).isTrue();
        assertThat(cpu.holdOpen.isSet()).isFalse();
    }

    @Test
    void aReleaseThatASipiStandsForIsPaidOnce() {
        cpu.releaseWritten.raise();
        cpu.wakeOwed.raise();
        cpu.noteRelease();
        assertThat(cpu.releasedUnasked.isSet()).isFalse();
        assertThat(cpu.wakeOwed.isSet()).isFalse();
        cpu.noteRelease();
        assertThat(cpu.releasedUnasked.isSet()).isTrue();
    }

    @Test
    void aKeptSipiStandsForTheHoldBehindTheOneThatAnotherReleases() {
        cpu.releaseWritten.raise();
        cpu.releaseKept.raise();
        cpu.noteRelease();
        cpu.beginHold(false);
        cpu.noteKeptReleaseWritten();
        cpu.noteRelease();
        assertThat(cpu.releasedUnasked.isSet()).isFalse();
        cpu.beginHold(false);
        cpu.noteKeptReleaseWritten();
        cpu.noteRelease();
        assertThat(cpu.releasedUnasked.isSet()).as("one SIPI was kept").isTrue();
    }

    @Test
    void aResultThatNobodyReadStandsForNothingInTheNextHold() {
        cpu.releaseWritten.raise();
        cpu.beginHold(false);
        cpu.noteRelease();
        assertThat(cpu.releasedUnasked.isSet()).isTrue();
    }

    @Test
    void aSipiOwesAResultOnlyBehindAnInitInTheHold() {
        cpu.noteSipi();
        cpu.noteResult(false);
        assertThat(cpu.resultMissed.isSet()).isFalse();

        cpu.holdOpen.raise();
        cpu.noteInit();
        cpu.noteResult(false);
        cpu.noteSipi();
        cpu.noteResult(false);
        assertThat(cpu.resultMissed.isSet()).as("the hold ended before the SIPI").isFalse();
    }

    @Test
    void aResultThatIsOwedAndGivenIsNotMissed() {
        cpu.holdOpen.raise();
        cpu.noteInit();
        cpu.noteSipi();
        cpu.noteResult(true);
        cpu.noteResult(false);
        assertThat(cpu.resultMissed.isSet()).isFalse();
    }

    @Test
    void theFirstCpuIsTheBootstrapProcessor() {
        assertThat(GuestCpu.names(3)).containsExactly("bsp", "ap1", "ap2");
    }

    @Test
    void aHoldSaysWhetherItTakesInterrupts() {
        cpu.beginHold(true);
        assertThat(cpu.interruptsEnabled.isSet()).isTrue();
        cpu.beginHold(false);
        assertThat(cpu.interruptsEnabled.isSet()).isFalse();
    }

    @Test
    void theResultOfAHoldStandsInItsOwnFields() {
        cpu.askForJumpTable(1, 0);
        cpu.holdResult().release();
        assertThat(List.of(cpu.exitInfo1.get(), cpu.exitInfo2.get()))
                .containsExactly(GhcbReply.NO_ACTION, 1);
        cpu.holdResult().preset(0);
        assertThat(cpu.exitInfo2.get()).isZero();
        cpu.holdResult().msr(GhcbMsr.HOLD_WOKEN);
        assertThat(cpu.ghcbMsr.get()).isEqualTo(GhcbMsr.HOLD_WOKEN);
    }

    @Test
    void anAnswerThatWasReadIsForgotten() {
        cpu.askForJumpTable(1, 1);
        cpu.forgetAnswer();
        assertThat(List.of(cpu.exitInfo1.get(), cpu.exitInfo2.get())).containsExactly(0, 0);
    }
}
