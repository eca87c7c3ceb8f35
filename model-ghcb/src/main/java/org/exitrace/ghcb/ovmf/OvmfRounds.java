package org.exitrace.ghcb.ovmf;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.guest.ResetHold;
import org.exitrace.ghcb.guest.WaitForAp;

/**
 * OVMF in PEI and DXE: the bootstrap processor wakes the APs in rounds; in each they work, tell it
 * and park.
 *
 * @param fromPowerOn whether the APs' very first start is part of it; else they begin parked
 * @param rounds how many rounds follow the first start, or the parked beginning; at least 1
 * @param serial whether a round wakes one AP after the other, or all at once
 * @param ipis how INIT and SIPI are sent
 */
public record OvmfRounds(boolean fromPowerOn, int rounds, boolean serial, InitSipi ipis)
        implements GuestSoftware {

    @Override
    public void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus) {
        int aps = cpus.size() - 1;
        Design design = model.design();
        MpMemory memory = new MpMemory(model.region("mp"), aps);
        OvmfBsp bsp = new OvmfBsp(cpus.get(0), memory, aps, rounds);
        model.program(actors.get(0), bsp, bsp.code, bspLife(design, aps))
                .onlyWhile(b -> b.cpu.running.isSet());
        for (int i = 1; i <= aps; i++) {
            OvmfAp ap = new OvmfAp(cpus.get(i), memory);
            model.program(actors.get(i), ap, ap.code, apLife(design))
                    .onlyWhile(a -> a.cpu.running.isSet());
        }
        promise(model, bsp);
    }

    private Routine<OvmfBsp> bspLife(Design design, int aps) {
        return Routine.named("OVMF", "edk2 MpLib.c", code -> {
            if (fromPowerOn) {
                code.call(OvmfBsp.firstRound(design, ipis));
            }
            code.repeat(rounds, bsp -> bsp.round, round -> round.call(serial
                    ? OvmfBsp.serialRound(design, ipis, aps)
                    : OvmfBsp.broadcastRound(design, ipis, aps)));
        });
    }

    private Routine<OvmfAp> apLife(Design design) {
        ResetHold hold = new ResetHold(design);
        boolean checks = design.get(WaitForAp.SWITCH) == WaitForAp.RESENDS_CHECKED;
        return fromPowerOn
                ? OvmfAp.lifeFromPowerOn(
                        design.get(FirstRoundWait.SWITCH), serial, checks, hold)
                : OvmfAp.lifeFromPark(serial, checks, hold);
    }

    private void promise(ModelBuilder model, OvmfBsp bsp) {
        model.atRest("L7", "the BSP is through all its rounds",
                () -> bsp.code.isIdle())
                .because("WaitApWakeup spins without a time-out")
                .from("edk2 MpLib.c; docs/ap-boot.md L7");
        model.never("counted-twice", "an AP is counted as finished twice in one round",
                () -> bsp.memory.countedTwice())
                .because("the BSP then goes on before all APs have done their work")
                .from("edk2 MpLib.c FinishedCount");
        model.reachable("all-rounds-done", "the BSP gets through all rounds",
                () -> bsp.code.isIdle()).from("docs/ap-boot.md e.2 T1 to T6");
    }

    @Override
    public ApStart apsStart() {
        return fromPowerOn ? ApStart.OFF : ApStart.PARKED;
    }
}
