package org.exitrace.ghcb.ovmf;

import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.guest.WaitForAp;

/** The bootstrap processor that runs OVMF: it wakes the APs round by round and waits for them. */
final class OvmfBsp extends Region {

    final ProgramCounter code;
    final CountCell each;
    final CountCell round;
    final GuestCpu cpu;
    final MpMemory memory;

    OvmfBsp(GuestCpu cpu, MpMemory memory, int aps, int rounds) {
        super(cpu.software("ovmf"));
        this.cpu = cpu;
        this.memory = memory;
        this.code = new ProgramCounter(cells(), "code");
        this.each = cells().count("each", Math.max(1, aps - 1));
        this.round = cells().count("round", Math.max(1, rounds - 1));
    }

    private int target() {
        return each.get() + 1;
    }

    private void aim() {
        cpu.ipiTarget.become(target());
    }

    private boolean answered() {
        return !memory.startupApSignal.has(target());
    }

    /** WakeUpAP of the first round, to all APs at once; nobody is signalled yet. */
    static Routine<OvmfBsp> firstRound(Design design, InitSipi ipis) {
        return Routine.named("OVMF first round", "edk2 MpLib.c WakeUpAP", code -> {
            code.call(ipis.toAllOthers(bsp -> bsp.cpu));
            code.await("FinishedCount == count - 1", bsp -> bsp.memory.allFinished())
                    .costs("guest.instruction");
            if (design.get(FirstRoundWait.SWITCH) == FirstRoundWait.NUM_APS_EXECUTING) {
                code.await("NumApsExecuting == 0", bsp -> bsp.memory.numApsExecuting.is(0))
                        .costs("guest.instruction");
            }
        });
    }

    /** WakeUpAP of a later round, to all APs at once. */
    static Routine<OvmfBsp> broadcastRound(Design design, InitSipi ipis, int aps) {
        return Routine.named("OVMF round", "edk2 MpLib.c WakeUpAP", code -> code
                .step("FinishedCount = 0", bsp -> bsp.memory.finishedCount.clear())
                .after("ovmf.bsp-work").costs("guest.instruction")
                .repeat(aps, bsp -> bsp.each, signalOne())
                .call(ipis.toAllOthers(bsp -> bsp.cpu))
                .repeat(aps, bsp -> bsp.each, wait -> wait.call(awaitAnswer(design, ipis)))
                .await("FinishedCount == count - 1", bsp -> bsp.memory.allFinished())
                .costs("guest.instruction"));
    }

    /** WakeUpAP of a later round, one AP after the other. */
    static Routine<OvmfBsp> serialRound(Design design, InitSipi ipis, int aps) {
        return Routine.named("OVMF round", "edk2 MpLib.c StartupThisAPWorker", code -> code
                .repeat(aps, bsp -> bsp.each, one -> {
                    signalOne().accept(one);
                    one.call(ipis.toOne(bsp -> bsp.cpu, OvmfBsp::aim));
                    one.call(awaitAnswer(design, ipis));
                    one.await("CpuState == Finished",
                            bsp -> bsp.memory.cpuStateFinished.has(bsp.target()),
                            bsp -> bsp.memory.cpuStateFinished.remove(bsp.target()))
                            .costs("guest.instruction");
                }));
    }

    private static Consumer<Block<OvmfBsp>> signalOne() {
        return one -> one.step("StartupApSignal = WAKEUP",
                bsp -> bsp.memory.startupApSignal.add(bsp.target())).costs("guest.instruction");
    }

    private static Routine<OvmfBsp> awaitAnswer(Design design, InitSipi ipis) {
        return Routine.named("WaitApWakeup", "edk2 MpLib.c WaitApWakeup", code -> {
            if (design.get(WaitForAp.SWITCH) == WaitForAp.FOR_EVER) {
                code.await("StartupApSignal == 0", OvmfBsp::answered).costs("guest.instruction");
            } else {
                code.forever(loop -> loop.either("StartupApSignal", poll -> poll
                        .when("StartupApSignal == 0", OvmfBsp::answered, bsp -> { },
                                then -> then.leave()).costs("guest.instruction")
                        .when("time-out", bsp -> !bsp.answered(), bsp -> { },
                                then -> then.call(ipis.toOne(bsp -> bsp.cpu, OvmfBsp::aim)))
                        .after("ovmf.resend-timeout")));
            }
        });
    }
}
