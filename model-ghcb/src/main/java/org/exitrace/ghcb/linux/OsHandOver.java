package org.exitrace.ghcb.linux;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.guest.HoldForm;
import org.exitrace.ghcb.guest.HoldInterrupts;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.guest.ResetHold;
import org.exitrace.ghcb.spec.ApJumpTable;

/**
 * The hand-over of the APs from firmware to an operating system: ExitBootServices sends them to
 * their last park in reserved memory, the OS writes the jump table and wakes them through it.
 *
 * @param fromExitBootServices whether the last firmware round is part of it; else the APs begin
 *     in their last park
 * @param serial whether the OS brings up one AP after the other
 * @param ipis how the OS sends INIT and SIPI
 */
public record OsHandOver(boolean fromExitBootServices, boolean serial, InitSipi ipis)
        implements GuestSoftware {

    private static final InitSipi OVMF = new InitSipi(1, "ovmf");

    @Override
    public void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus) {
        int aps = cpus.size() - 1;
        Design design = model.design();
        BringUpMemory memory = new BringUpMemory(model.region("memory"), aps);
        memory.numberToFinish.initially(fromExitBootServices ? aps : 0);
        OsBsp bsp = new OsBsp(cpus.get(0), memory, aps, 1);
        model.program(actors.get(0), bsp, bsp.code, bspLife(design, aps))
                .onlyWhile(b -> b.cpu.running.isSet());
        for (int i = 1; i <= aps; i++) {
            OsAp ap = new OsAp(cpus.get(i), memory);
            model.program(actors.get(i), ap, ap.code, apLife(design))
                    .onlyWhile(a -> a.cpu.running.isSet());
        }
        OsPromises.declare(model, memory, aps);
    }

    private Routine<OsBsp> bspLife(Design design, int aps) {
        return Routine.named("hand-over", "edk2 DxeMpLib.c; Linux smpboot.c", code -> {
            code.step("VMGEXIT AP_JUMP_TABLE set",
                    bsp -> bsp.cpu.askForJumpTable(ApJumpTable.SET, BringUpMemory.JUMP_TABLE))
                    .costs("vmexit.ghcb");
            if (fromExitBootServices) {
                code.call(relocateAps(aps));
            }
            code.call(OsBsp.fillJumpTable());
            code.call(OsBsp.bringUp(design, ipis, aps, serial));
        });
    }

    private static Routine<OsBsp> relocateAps(int aps) {
        return Routine.named("ExitBootServices", "edk2 DxeMpLib.c MpInitChangeApLoopCallback",
                code -> code
                .repeat(aps, bsp -> bsp.each, one -> one
                        .step("StartupApSignal = WAKEUP",
                                bsp -> bsp.memory.startupApSignal.add(bsp.target()))
                        .costs("guest.instruction"))
                .call(OVMF.toAllOthers(bsp -> bsp.cpu))
                .repeat(aps, bsp -> bsp.each, one -> one
                        .await("StartupApSignal == 0",
                                bsp -> !bsp.memory.startupApSignal.has(bsp.target()))
                        .costs("guest.instruction"))
                .await("mNumberToFinish == 0", bsp -> bsp.memory.numberToFinish.is(0))
                .costs("guest.instruction"));
    }

    private Routine<OsAp> apLife(Design design) {
        ResetHold lastPark = new ResetHold(design);
        return Routine.named("AP", "edk2 X64/AmdSev.nasm", code -> {
            if (fromExitBootServices) {
                code.call(ap -> ap.cpu, new ResetHold(
                        HoldForm.NAE, HoldCheck.RESULT, HoldInterrupts.OFF).parked());
                code.step("StartupApSignal = 0",
                        ap -> ap.memory.startupApSignal.remove(ap.number()))
                        .costs("ovmf.ap-function");
                code.step("mNumberToFinish--", ap -> ap.memory.numberToFinish.decrement())
                        .costs("guest.instruction");
                code.call(ap -> ap.cpu, lastPark.park());
            } else {
                code.call(ap -> ap.cpu, lastPark.parked());
            }
            code.call(OsAp.throughJumpTable());
            code.call(OsAp.comeAlive());
        });
    }

    @Override
    public ApStart apsStart() {
        return ApStart.PARKED;
    }
}
