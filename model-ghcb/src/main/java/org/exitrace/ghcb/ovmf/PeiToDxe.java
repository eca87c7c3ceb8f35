package org.exitrace.ghcb.ovmf;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.guest.ResetHold;

/**
 * The hand-over from PEI to DXE: APs that PEI has parked are woken by DXE, whose CpuMpData they
 * have to use from then on.
 *
 * @param ipis how INIT and SIPI are sent
 */
public record PeiToDxe(InitSipi ipis) implements GuestSoftware {

    private static final String SOURCE = "edk2 MpInitLib/AmdSev.c, DxeMpLib.c; docs/ap-boot.md R11";

    @Override
    public void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus) {
        boolean readsLate = model.design().get(CpuDataRead.SWITCH) == CpuDataRead.AFTER_HOLD;
        Memory memory = new Memory(model.region("mp"));
        Bsp bsp = new Bsp(cpus.get(0), memory);
        model.program(actors.get(0), bsp, bsp.code, dxe()).onlyWhile(b -> b.cpu.running.isSet());
        for (int i = 1; i < cpus.size(); i++) {
            Ap ap = new Ap(cpus.get(i), memory);
            model.program(actors.get(i), ap, ap.code,
                    apLife(readsLate, new ResetHold(model.design())))
                    .onlyWhile(a -> a.cpu.running.isSet());
        }
        model.never("R11", "an AP that DXE woke works with PEI's CpuMpData",
                () -> memory.usedPei.isSet())
                .because("PEI's buffers are given up at the hand-over").from(SOURCE);
        model.reachable("uses-dxe-data", "an AP works with DXE's CpuMpData",
                () -> memory.usedDxe.isSet()).from(SOURCE);
    }

    private Routine<Bsp> dxe() {
        return Routine.named("DXE", SOURCE, code -> code
                .step("NewCpuMpData = DXE's", bsp -> bsp.memory.newCpuMpData.raise())
                .costs("guest.instruction")
                .call(ipis.toAllOthers(bsp -> bsp.cpu)));
    }

    private static Routine<Ap> apLife(boolean readsLate, ResetHold hold) {
        return Routine.named("AP parked by PEI", SOURCE, code -> {
            code.call(ap -> ap.cpu, hold.parked());
            if (readsLate) {
                code.step("read NewCpuMpData",
                        ap -> ap.dxeSeen.become(ap.memory.newCpuMpData.isSet()))
                        .costs("guest.instruction");
            }
            code.step("work with CpuMpData", Ap::work).costs("ovmf.ap-function");
            code.call(ap -> ap.cpu, hold.park());
        });
    }

    @Override
    public ApStart apsStart() {
        return ApStart.PARKED;
    }

    private static final class Memory extends Region {

        final FlagCell newCpuMpData = cells().flag("NewCpuMpData");
        final FlagCell usedPei = ghost().flag("used_pei_data");
        final FlagCell usedDxe = ghost().flag("used_dxe_data");

        Memory(CellScope scope) {
            super(scope);
        }
    }

    private static final class Bsp extends Region {

        final ProgramCounter code = new ProgramCounter(cells(), "code");
        final GuestCpu cpu;
        final Memory memory;

        Bsp(GuestCpu cpu, Memory memory) {
            super(cpu.software("dxe"));
            this.cpu = cpu;
            this.memory = memory;
        }
    }

    private static final class Ap extends Region {

        final ProgramCounter code = new ProgramCounter(cells(), "code");
        final FlagCell dxeSeen = cells().flag("dxe_data_seen");
        final GuestCpu cpu;
        final Memory memory;

        Ap(GuestCpu cpu, Memory memory) {
            super(cpu.software("pei"));
            this.cpu = cpu;
            this.memory = memory;
        }

        void work() {
            if (dxeSeen.testAndClear()) {
                memory.usedDxe.raise();
            } else {
                memory.usedPei.raise();
            }
        }
    }
}
