package org.exitrace.ghcb.host;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.host.HostCpu.Stand;

/**
 * The simplest host that keeps every promise to its guest: each exit is handled in one step, the
 * first INIT and SIPI start an AP, and each later pair releases a hold, at once or, where the AP
 * has not parked yet, as soon as it does. INIT does not stop an AP that runs.
 */
final class ObligingHost extends Region {

    private final CountCell jumpTable = cells().count("jump_table", 3);
    private final CountCell spuriousWakes;
    private final Manners manners;
    private final List<HostCpu> cpus;

    /**
     * What the host is like.
     *
     * @param encrypted whether the guest's registers are out of its reach
     * @param forgetsJumpTable whether it keeps no jump-table address
     * @param spuriousWakes how often it wakes a parked CPU for no reason
     */
    record Manners(boolean encrypted, boolean forgetsJumpTable, int spuriousWakes) {
    }

    ObligingHost(CellScope scope, Manners manners, List<HostCpu> cpus) {
        super(scope);
        this.manners = manners;
        this.cpus = cpus;
        this.spuriousWakes = cells().count("spurious_wakes", Math.max(1, manners.spuriousWakes))
                .initially(manners.spuriousWakes);
    }

    void declareSteps(ModelBuilder model, Actor host, List<Actor> guests) {
        for (int i = 0; i < cpus.size(); i++) {
            HostCpu cpu = cpus.get(i);
            String whose = guests.get(i).name();
            model.on(host, cpu)
                    .step("handles the exit of " + whose)
                    .when(one -> !one.guest.running.isSet() && !isQuiet(one)).then(this::handle);
            if (manners.spuriousWakes > 0) {
                model.on(host, cpu).step("wakes " + whose + " for no reason")
                        .when(one -> one.mayWake() && !spuriousWakes.is(0))
                        .then(one -> {
                            spuriousWakes.decrement();
                            one.resume();
                        });
            }
        }
    }

    private static boolean isQuiet(HostCpu cpu) {
        return cpu.guest.exit.is(GuestExit.NONE);
    }

    private void handle(HostCpu cpu) {
        GuestCpu guest = cpu.guest;
        switch (guest.exit.get()) {
            case ICR_WRITE -> {
                cpus.stream().filter(other -> guest.ipiGoesTo(other.guest.number()))
                        .forEach(other -> take(other, guest.ipi.get()));
                guest.ipiSent();
                cpu.resume();
            }
            case AP_RESET_HOLD -> {
                guest.exitInfo2.clear();
                hold(cpu, Stand.HELD_NAE);
            }
            case AP_RESET_HOLD_MSR -> {
                guest.ghcbMsr.become(GhcbMsr.HOLD_WOKEN);
                hold(cpu, Stand.HELD_MSR);
            }
            case AP_JUMP_TABLE -> {
                answer(guest);
                cpu.resume();
            }
            case HLT -> cpu.park(Stand.HALTED);
            default -> throw new AssertionError(guest.exit.get());
        }
    }

    private void answer(GuestCpu guest) {
        switch (guest.exitInfo1.get()) {
            case ApJumpTable.SET -> {
                jumpTable.become(manners.forgetsJumpTable ? 0 : guest.exitInfo2.get());
                guest.exitInfo2.clear();
            }
            case ApJumpTable.GET -> {
                guest.exitInfo1.clear();
                guest.exitInfo2.become(jumpTable.get());
            }
            default -> guest.exitInfo2.become(GhcbReply.INVALID_INPUT);
        }
    }

    private static void hold(HostCpu cpu, Stand form) {
        cpu.park(form);
        if (cpu.sipiLatched.testAndClear()) {
            cpu.guest.noteKeptReleaseWritten();
            release(cpu);
        }
    }

    private static void release(HostCpu cpu) {
        if (cpu.stand.is(Stand.HELD_NAE)) {
            cpu.guest.exitInfo2.become(1);
        } else {
            cpu.guest.ghcbMsr.become(GhcbMsr.HOLD_RELEASED);
        }
        cpu.resume();
    }

    private void take(HostCpu target, IpiMode mode) {
        if (mode == IpiMode.INIT) {
            target.initSeen.raise();
            target.guest.wakeOwed.raise();
            target.guest.noteInit();
        } else if (target.initSeen.testAndClear()) {
            target.guest.noteSipi();
            start(target);
        }
    }

    private void start(HostCpu target) {
        if (!manners.encrypted) {
            target.guest.wakeOwed.clear();
            target.guest.startAtVector();
            target.resume();
        } else if (target.stand.is(Stand.OFF)) {
            target.guest.wakeOwed.clear();
            target.resume();
        } else {
            if (target.isHeld()) {
                target.guest.releaseWritten.raise();
                release(target);
            } else {
                target.guest.releaseKept.raise();
                target.sipiLatched.raise();
            }
        }
    }
}
