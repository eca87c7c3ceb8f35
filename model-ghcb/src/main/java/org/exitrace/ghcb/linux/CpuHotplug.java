package org.exitrace.ghcb.linux;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.guest.ResetHold;

/**
 * Linux takes each AP offline and online again. The AP reports that it is dead before it parks,
 * so that it may be woken before it has parked.
 *
 * @param rounds how often each AP goes offline and online
 * @param ipis how INIT and SIPI are sent
 */
public record CpuHotplug(int rounds, InitSipi ipis) implements GuestSoftware {

    @Override
    public void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus) {
        int aps = cpus.size() - 1;
        Design design = model.design();
        BringUpMemory memory = new BringUpMemory(model.region("memory"), aps);
        memory.alive.initially((1L << cpus.size()) - 2);
        OsBsp bsp = new OsBsp(cpus.get(0), memory, aps, rounds);
        model.program(actors.get(0), bsp, bsp.code, rounds == 1 ? control(design, aps)
                        : control(design, aps, new FailedAttempts(
                                cpus.get(0).software("hotplug"), aps)))
                .onlyWhile(b -> b.cpu.running.isSet());
        for (int i = 1; i <= aps; i++) {
            OsAp ap = new OsAp(cpus.get(i), memory);
            model.program(actors.get(i), ap, ap.code, apLife(design))
                    .onlyWhile(a -> a.cpu.running.isSet());
            ap.cpu.executes(ap.code, OsAp.TRAMPOLINE);
        }
        OsPromises.declare(model, memory, aps);
    }

    private Routine<OsBsp> control(Design design, int aps) {
        return Routine.named("hotplug", "kernel/cpu.c", code -> code
                .repeat(aps, bsp -> bsp.each, one -> takeOffline(one)
                        .call(ipis.toOne(bsp -> bsp.cpu, OsBsp::aim))
                        .call(OsBsp.awaitAlive(design, ipis))));
    }

    /**
     * In a later round Linux has nothing to take offline where an attempt to bring a CPU online
     * has failed, so that the administrator only tries that again: cpuhp_can_boot_ap. Or leaves it.
     */
    private Routine<OsBsp> control(Design design, int aps, FailedAttempts attempts) {
        return Routine.named("hotplug", "kernel/cpu.c", code -> code
                .repeat(rounds, bsp -> bsp.round, round -> round
                        .repeat(aps, bsp -> bsp.each, one -> {
                            if (design.get(LateCpu.SWITCH) == LateCpu.LEFT_OFFLINE) {
                                one.when(bsp -> !attempts.has(bsp), known -> bringOnline(
                                        takeOffline(known), design, attempts));
                            } else {
                                bringOnline(one.when(attempts::has, CpuHotplug::tryAgain,
                                        CpuHotplug::takeOffline), design, attempts);
                            }
                        })));
    }

    private void bringOnline(Block<OsBsp> one, Design design, FailedAttempts attempts) {
        one.call(ipis.toOne(bsp -> bsp.cpu, OsBsp::aim))
                .call(OsBsp.awaitAlive(design, ipis, attempts::succeeded, attempts::failed));
    }

    private static Block<OsBsp> takeOffline(Block<OsBsp> one) {
        return one
                .step("take AP offline", bsp -> bsp.memory.offlineRequested.add(bsp.target()))
                .costs("guest.instruction")
                .await("ap_sync_state == DEAD", bsp -> bsp.memory.dead.has(bsp.target()),
                        bsp -> bsp.memory.dead.remove(bsp.target()))
                .costs("guest.instruction");
    }

    /** An AP that came alive after the time-out waits to be let go, and is started once more. */
    private static Block<OsBsp> tryAgain(Block<OsBsp> one) {
        return one
                .step("ap_sync_state = KICKED", bsp -> bsp.memory.alive.remove(bsp.target()))
                .costs("guest.instruction");
    }

    private Routine<OsAp> apLife(Design design) {
        ResetHold hold = new ResetHold(design);
        boolean holds = design.get(Restart.SWITCH) == Restart.HOLDS_FIRST;
        return Routine.named("Linux AP", "Linux sev_es_play_dead; kernel/cpu.c", code -> code
                .forever(life -> {
                    life.await("idle until offline",
                            ap -> ap.memory.offlineRequested.has(ap.number()),
                            OsAp::goOffline).costs("guest.instruction").mayRest();
                    life.step("ap_sync_state = DEAD", ap -> ap.memory.dead.add(ap.number()))
                            .costs("guest.instruction");
                    if (holds) {
                        life.call(ap -> ap.cpu, hold.park());
                    } else {
                        life.call(OsAp.haltForEver());
                    }
                    life.step("ap_sync_state = ALIVE",
                            ap -> ap.memory.alive.add(ap.number()))
                            .costs("guest.instruction").entry(OsAp.TRAMPOLINE);
                }));
    }

    @Override
    public ApStart apsStart() {
        return ApStart.RUNNING;
    }
}
