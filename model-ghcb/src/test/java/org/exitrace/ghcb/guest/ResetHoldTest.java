package org.exitrace.ghcb.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;
import org.junit.jupiter.api.Test;

/** One AP in its hold loop; the test plays the host. */
class ResetHoldTest {

    private GuestCpu cpu;
    private ProgramCounter code;
    private Model model;

    private void park(HoldForm form, HoldCheck check) {
        ModelBuilder builder = new ModelBuilder("hold", Design.usual(List.of()));
        Actor ap = builder.actor("ap1");
        cpu = new GuestCpu(builder.region("cpu"), 1, 2);
        Code region = new Code(cpu.software("code"));
        code = region.at;
        builder.program(ap, cpu, code, new ResetHold(form, check, HoldInterrupts.ON).park())
                .onlyWhile(guest -> guest.running.isSet());
        model = builder.build();
        cpu.enter();
    }

    private static final class Code extends Region {
        final ProgramCounter at = new ProgramCounter(cells(), "at");

        Code(CellScope scope) {
            super(scope);
        }
    }

    private String take() {
        Step[] enabled = model.stepBuffer();
        int count = model.enabled(enabled);
        assertThat(count).as("enabled steps").isEqualTo(1);
        enabled[0].fire();
        return enabled[0].name();
    }

    private void resumeWith(int exitInfo2) {
        cpu.exit.clear();
        cpu.exitInfo2.become(exitInfo2);
        cpu.enter();
    }

    private void resumeWith(GhcbMsr msr) {
        cpu.exit.clear();
        cpu.ghcbMsr.become(msr);
        cpu.enter();
    }

    @Test
    void parksByNaeEventAndGoesOnWhenASipiReleasesIt() {
        park(HoldForm.NAE, HoldCheck.RESULT);
        assertThat(take()).isEqualTo("AP reset hold: VMGEXIT AP_RESET_HOLD");
        assertThat(cpu.exit.get()).isEqualTo(GuestExit.AP_RESET_HOLD);
        assertThat(cpu.running.isSet()).isFalse();
        assertThat(cpu.holdOpen.isSet()).isTrue();
        assertThat(cpu.interruptsEnabled.isSet()).isTrue();

        cpu.releaseWritten.raise();
        cpu.wakeOwed.raise();
        resumeWith(1);
        assertThat(take()).isEqualTo("AP reset hold: SW_EXITINFO2 != 0?");

        assertThat(code.isIdle()).isTrue();
        assertThat(cpu.interruptsEnabled.isSet()).isFalse();
        assertThat(cpu.exitInfo2.get()).as("a dead result is cleared").isZero();
        assertThat(cpu.wakeOwed.isSet()).isFalse();
        assertThat(cpu.releaseWritten.isSet()).isFalse();
        assertThat(cpu.releasedUnasked.isSet()).isFalse();
        assertThat(cpu.wentOnUnreleased.isSet()).isFalse();
    }

    @Test
    void holdsAgainOnAResultOfZero() {
        park(HoldForm.NAE, HoldCheck.RESULT);
        take();
        resumeWith(0);
        take();
        assertThat(take()).isEqualTo("AP reset hold: VMGEXIT AP_RESET_HOLD");
        assertThat(cpu.wentOnUnreleased.isSet()).isFalse();
    }

    @Test
    void aReleaseThatNobodyAskedForIsRemembered() {
        park(HoldForm.NAE, HoldCheck.RESULT);
        take();
        resumeWith(1);
        take();
        assertThat(cpu.releasedUnasked.isSet()).isTrue();
    }

    @Test
    void whoLooksAtNothingGoesOnUnreleased() {
        park(HoldForm.NAE, HoldCheck.NOTHING);
        take();
        cpu.wakeOwed.raise();
        cpu.releaseWritten.raise();
        resumeWith(0);
        take();
        assertThat(code.isIdle()).isTrue();
        assertThat(cpu.wentOnUnreleased.isSet()).isTrue();
        assertThat(cpu.wakeOwed.isSet()).isFalse();
        assertThat(cpu.releaseWritten.isSet()).isFalse();
    }

    @Test
    void theMsrFormNeedsNoGhcb() {
        park(HoldForm.MSR, HoldCheck.RESULT);
        assertThat(take()).isEqualTo("AP reset hold: VMGEXIT MSR 0x006");
        assertThat(cpu.exit.get()).isEqualTo(GuestExit.AP_RESET_HOLD_MSR);
        assertThat(cpu.ghcbMsr.get()).isEqualTo(GhcbMsr.HOLD_REQUEST);

        resumeWith(GhcbMsr.HOLD_WOKEN);
        assertThat(take()).isEqualTo("AP reset hold: MSR 0x007, data != 0?");
        take();
        cpu.releaseWritten.raise();
        resumeWith(GhcbMsr.HOLD_RELEASED);
        take();
        assertThat(code.isIdle()).isTrue();
        assertThat(cpu.ghcbMsr.get()).isEqualTo(GhcbMsr.GHCB_GPA);
    }

    @Test
    void aHostThatLeavesTheMsrUntouchedKeepsTheApInItsLoop() {
        park(HoldForm.MSR, HoldCheck.MASKED_INFO);
        take();
        resumeWith(GhcbMsr.HOLD_REQUEST);
        take();
        assertThat(take()).isEqualTo("AP reset hold: VMGEXIT MSR 0x006");
    }

    @Test
    void theMaskThatKeepsABitOfTheResponseCodeTakesAnyWakeForARelease() {
        park(HoldForm.MSR, HoldCheck.MASKED_INFO);
        take();
        resumeWith(GhcbMsr.HOLD_WOKEN);
        take();
        assertThat(code.isIdle()).isTrue();
        assertThat(cpu.wentOnUnreleased.isSet()).isTrue();
    }

    @Test
    void aHoldThatOwesAReleaseAndReturnsZeroIsRemembered() {
        park(HoldForm.NAE, HoldCheck.RESULT);
        take();
        cpu.noteInit();
        cpu.noteSipi();
        resumeWith(0);
        take();
        assertThat(cpu.resultMissed.isSet()).isTrue();
    }

    @Test
    void anInitOutsideOfTheHoldOwesNothing() {
        park(HoldForm.NAE, HoldCheck.RESULT);
        cpu.noteInit();
        cpu.noteSipi();
        take();
        resumeWith(0);
        take();
        assertThat(cpu.resultMissed.isSet()).isFalse();
    }
}
