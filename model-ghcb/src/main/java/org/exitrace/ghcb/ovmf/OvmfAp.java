package org.exitrace.ghcb.ovmf;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.ResetHold;

/** An application processor that runs OVMF. */
final class OvmfAp extends Region {

    final ProgramCounter code;
    final GuestCpu cpu;
    final MpMemory memory;

    OvmfAp(GuestCpu cpu, MpMemory memory) {
        super(cpu.software("ovmf"));
        this.cpu = cpu;
        this.memory = memory;
        this.code = new ProgramCounter(cells(), "code");
    }

    boolean isSignalled() {
        return memory.startupApSignal.has(cpu.number());
    }

    /**
     * The first round: nothing to clear, and the last AP to leave opens the way for the BSP.
     * {@code NumApsExecuting} is left out where nobody reads it.
     */
    static Routine<OvmfAp> firstRound(FirstRoundWait wait) {
        boolean counted = wait == FirstRoundWait.NUM_APS_EXECUTING;
        return Routine.named("OVMF AP, first round", "edk2 MpFuncs.nasm, MpLib.c, AmdSev.c",
                code -> {
                    if (counted) {
                        code.step("NumApsExecuting++",
                                ap -> ap.memory.numApsExecuting.increment())
                                .costs("ovmf.ap-function");
                    }
                    code.step("FinishedCount++", ap -> ap.memory.countFinished())
                            .costs("guest.instruction");
                    if (counted) {
                        code.step("NumApsExecuting--",
                                ap -> ap.memory.numApsExecuting.decrement())
                                .costs("guest.instruction");
                    }
                });
    }

    /** A later round: each of the three gates of the BSP opens before the AP has parked. */
    static Routine<OvmfAp> laterRound(boolean serial) {
        return Routine.named("OVMF AP", "edk2 MpLib.c ApWakeupFunction", code -> {
            code.step("StartupApSignal = 0",
                    ap -> ap.memory.startupApSignal.remove(ap.cpu.number()))
                    .costs("ovmf.ap-function");
            if (serial) {
                code.step("CpuState = Finished",
                        ap -> ap.memory.cpuStateFinished.add(ap.cpu.number()))
                        .costs("guest.instruction");
            } else {
                code.step("FinishedCount++", ap -> ap.memory.countFinished())
                        .costs("guest.instruction");
            }
        });
    }

    /** Parks until released, and, where asked to, also until the AP's own signal is set. */
    static Routine<OvmfAp> parkUntilSignalled(Routine<GuestCpu> park, boolean checksSignal) {
        return Routine.named("OVMF AP", "edk2 MpInitLib/AmdSev.c", code -> {
            if (checksSignal) {
                code.forever(loop -> loop.call(ap -> ap.cpu, park)
                        .test("StartupApSignal set?", OvmfAp::isSignalled, yes -> yes.leave())
                        .costs("guest.instruction"));
            } else {
                code.call(ap -> ap.cpu, park);
            }
        });
    }

    /** The whole life of an AP that begins with the first round. */
    static Routine<OvmfAp> lifeFromPowerOn(
            FirstRoundWait wait, boolean serial, boolean checksSignal, ResetHold hold) {
        Routine<OvmfAp> park = parkUntilSignalled(hold.park(), checksSignal);
        return Routine.named("OVMF AP", "edk2 MpLib.c", code -> code
                .call(firstRound(wait)).call(park)
                .forever(loop -> loop.call(laterRound(serial)).call(park)));
    }

    /** The whole life of an AP that begins parked. */
    static Routine<OvmfAp> lifeFromPark(boolean serial, boolean checksSignal, ResetHold hold) {
        return Routine.named("OVMF AP", "edk2 MpLib.c", code -> code
                .call(parkUntilSignalled(hold.parked(), checksSignal))
                .forever(loop -> loop.call(laterRound(serial))
                        .call(parkUntilSignalled(hold.park(), checksSignal))));
    }
}
