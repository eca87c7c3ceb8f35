package org.exitrace.ghcb.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.guest.HoldForm;
import org.exitrace.ghcb.guest.HoldInterrupts;
import org.exitrace.ghcb.guest.WaitForAp;
import org.exitrace.ghcb.host.HostCpu.Stand;
import org.exitrace.ghcb.host.ObligingHost.Manners;
import org.exitrace.ghcb.linux.KexecPark;
import org.exitrace.ghcb.linux.LateCpu;
import org.exitrace.ghcb.linux.Restart;
import org.exitrace.ghcb.ovmf.CpuDataRead;
import org.exitrace.ghcb.ovmf.FirstRoundWait;

/**
 * Guest software on the obliging host.
 *
 * @param software what runs in the guest
 * @param aps application processors
 * @param design of the guest software
 * @param parkedBy the form by which APs that begin parked have parked
 * @param manners what the host is like
 */
public record GuestMachine(
        GuestSoftware software, int aps, Design design, HoldForm parkedBy, Manners manners) {

    private static final List<Switch<?>> SWITCHES = List.of(
            HoldForm.SWITCH, HoldCheck.SWITCH, HoldInterrupts.SWITCH, WaitForAp.SWITCH,
            FirstRoundWait.SWITCH, CpuDataRead.SWITCH, Restart.SWITCH, LateCpu.SWITCH,
            KexecPark.SWITCH);

    /** One AP, in the usual design, parked by NAE event if at all, and no spurious wake. */
    public static GuestMachine of(GuestSoftware software) {
        return new GuestMachine(software, 1, Design.usual(SWITCHES), HoldForm.NAE,
                new Manners(true, false, 0));
    }

    /** The same with so many APs. */
    public GuestMachine aps(int count) {
        return new GuestMachine(software, count, design, parkedBy, manners);
    }

    /** The same with another value of one switch. */
    public GuestMachine with(String name, String label) {
        return new GuestMachine(software, aps, design.with(name, label), parkedBy, manners);
    }

    /** The same with APs that have parked by the MSR form. */
    public GuestMachine parkedByMsr() {
        return new GuestMachine(software, aps, design, HoldForm.MSR, manners);
    }

    /** The same on a host that may wake parked CPUs for no reason, so often. */
    public GuestMachine spuriousWakes(int count) {
        return new GuestMachine(software, aps, design, parkedBy,
                new Manners(manners.encrypted(), manners.forgetsJumpTable(), count));
    }

    /** The same without SEV-ES: a SIPI sets the target's instruction pointer. */
    public GuestMachine plain() {
        return new GuestMachine(software, aps, design, parkedBy,
                new Manners(false, manners.forgetsJumpTable(), manners.spuriousWakes()));
    }

    /** The same on a host that keeps no jump-table address. */
    public GuestMachine withoutJumpTable() {
        return new GuestMachine(software, aps, design, parkedBy,
                new Manners(manners.encrypted(), true, manners.spuriousWakes()));
    }

    /** The machine in its first state. */
    public Model build() {
        ModelBuilder model = new ModelBuilder("guest on an obliging host", design);
        List<Actor> actors = new ArrayList<>();
        List<HostCpu> cpus = new ArrayList<>();
        for (int i = 0; i <= aps; i++) {
            actors.add(model.actor(i == 0 ? "bsp" : "ap" + i));
            cpus.add(new HostCpu(new GuestCpu(model.region("cpu[" + i + "]"), i, aps + 1, true)));
            begin(cpus.get(i));
        }
        new ObligingHost(model.region("host"), manners, cpus)
                .declareSteps(model, model.actor("host"), actors);
        List<GuestCpu> guests = cpus.stream().map(cpu -> cpu.guest).toList();
        software.boot(model, actors, guests);
        promise(model, cpus, guests);
        return model.build();
    }

    /** All states of it. */
    public Explored explore() {
        return Explored.of(build());
    }

    private void begin(HostCpu cpu) {
        ApStart start = cpu.guest.number() == 0 ? ApStart.RUNNING : software.apsStart();
        boolean msr = parkedBy == HoldForm.MSR;
        switch (start) {
            case RUNNING -> cpu.guest.running.initially(true);
            case OFF -> cpu.stand.initially(Stand.OFF);
            case PARKED -> {
                cpu.stand.initially(msr ? Stand.HELD_MSR : Stand.HELD_NAE);
                cpu.guest.holdOpen.initially(true);
                cpu.guest.ghcbMsr.initially(msr ? GhcbMsr.HOLD_WOKEN : GhcbMsr.GHCB_GPA);
            }
        }
    }

    private static void promise(
            ModelBuilder model, List<HostCpu> cpus, List<GuestCpu> guests) {
        model.atRest("lost-wake-up", "no AP stays parked that was sent an INIT",
                () -> cpus.stream().noneMatch(
                        cpu -> cpu.isParked() && cpu.guest.wakeOwed.isSet()));
        model.never("S-12", "a hold returns a release that no SIPI stands for",
                guests, cpu -> cpu.releasedUnasked.isSet());
        model.never("S-15", "an AP goes on from its hold on a result of 0",
                guests, cpu -> cpu.wentOnUnreleased.isSet());
        model.never("X-3", "a hold in whose course INIT and SIPI were accepted returns 0",
                guests, cpu -> cpu.resultMissed.isSet());
    }
}
