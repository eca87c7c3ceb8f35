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

/**
 * kexec while APs are parked: the new kernel overwrites the memory of the old one, and then wakes
 * APs that wait in it, or in the reserved jump-table page.
 *
 * @param ipis how INIT and SIPI are sent
 */
public record Kexec(InitSipi ipis) implements GuestSoftware {

    @Override
    public void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus) {
        int aps = cpus.size() - 1;
        Design design = model.design();
        boolean inOldKernel = design.get(KexecPark.SWITCH) == KexecPark.OLD_KERNEL;
        BringUpMemory memory = new BringUpMemory(model.region("memory"), aps);
        OsBsp bsp = new OsBsp(cpus.get(0), memory, aps, 1);
        model.program(actors.get(0), bsp, bsp.code, bootNewKernel(design, aps))
                .onlyWhile(b -> b.cpu.running.isSet());
        for (int i = 1; i <= aps; i++) {
            OsAp ap = new OsAp(cpus.get(i), memory);
            model.program(actors.get(i), ap, ap.code, apLife(inOldKernel))
                    .onlyWhile(a -> a.cpu.running.isSet());
        }
        OsPromises.declare(model, memory, aps);
        model.never("S-17", "a parked AP is released into memory that was overwritten",
                () -> !memory.ranOverwritten.isEmpty())
                .because("its code, stack and GHCB belong to the kernel that is gone")
                .from("docs/ap-boot.md S-17, R8");
    }

    private Routine<OsBsp> bootNewKernel(Design design, int aps) {
        return Routine.named("kexec", "Linux kexec; docs/ap-boot.md R8", code -> code
                .step("overwrite the old kernel", bsp -> bsp.memory.oldKernelGone.raise())
                .costs("guest.instruction")
                .step("jump table IP", bsp -> bsp.memory.tableIp.raise())
                .costs("guest.instruction")
                .step("jump table CS", bsp -> bsp.memory.tableCs.raise())
                .costs("guest.instruction")
                .call(OsBsp.bringUp(design, ipis, aps, true)));
    }

    private static Routine<OsAp> apLife(boolean inOldKernel) {
        ResetHold hold = new ResetHold(
                inOldKernel ? HoldForm.NAE : HoldForm.MSR, HoldCheck.RESULT,
                HoldInterrupts.OFF);
        return Routine.named("parked AP", "Linux sev_es_play_dead", code -> {
            code.call(ap -> ap.cpu, hold.parked());
            if (inOldKernel) {
                code.test("old kernel still there?", ap -> !ap.memory.oldKernelGone.isSet(),
                        there -> { },
                        gone -> gone.local(ap -> ap.memory.ranOverwritten.add(ap.number()))
                                .done())
                        .costs("guest.instruction");
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
