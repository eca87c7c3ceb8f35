package org.exitrace.vtl.machine;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.ScriptedActor;
import org.exitrace.vtl.call.CallTable;
import org.exitrace.vtl.design.ApicGroups;
import org.exitrace.vtl.design.BusySlot;
import org.exitrace.vtl.design.DeviceRights;
import org.exitrace.vtl.design.EmulatorDesign;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.design.FlushInhibition;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.design.InitDrop;
import org.exitrace.vtl.design.InterceptAccess;
import org.exitrace.vtl.design.InterceptPost;
import org.exitrace.vtl.design.InterceptRecord;
import org.exitrace.vtl.design.ListBudget;
import org.exitrace.vtl.design.NoAccess;
import org.exitrace.vtl.design.PartitionLock;
import org.exitrace.vtl.design.PlaneSeries;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.design.TimerHome;
import org.exitrace.vtl.design.TimerOwner;
import org.exitrace.vtl.design.TlbLockRelease;
import org.exitrace.vtl.design.VinaFire;
import org.exitrace.vtl.design.VinaReset;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.design.VpStart;
import org.exitrace.vtl.guest.GuestCode;
import org.exitrace.vtl.guest.StartupInstructions;
import org.exitrace.vtl.host.DeviceWork;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.VtlHost;
import org.exitrace.vtl.host.aware.AwareHost;
import org.exitrace.vtl.host.companion.CompanionHost;
import org.exitrace.vtl.host.paravisor.ParavisorHost;
import org.exitrace.vtl.host.planes.PlanesHost;
import org.exitrace.vtl.host.slots.SlotsHost;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlStart;

/** The one factory of machines whose guest has virtual trust levels. */
public final class VtlMachine {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES = List.of(HostDesign.SWITCH,
            Vmm.SWITCH, PlaneSeries.SWITCH, ApicGroups.SWITCH, NoAccess.SWITCH,
            FlushDesign.SWITCH, FaultGuard.SWITCH, EmulatorDesign.SWITCH, DeviceRights.SWITCH,
            InterceptRecord.SWITCH, InterceptAccess.SWITCH, StatusDialect.SWITCH,
            PartitionLock.SWITCH, VinaReset.SWITCH, VinaFire.SWITCH, BusySlot.SWITCH,
            InterceptPost.SWITCH, TimerOwner.SWITCH, TimerHome.SWITCH,
            TlbLockRelease.SWITCH, FlushCalls.SWITCH, FlushInhibition.SWITCH,
            InitDrop.SWITCH, HypervisorBug.SWITCH, ListBudget.SWITCH, VpStart.SWITCH);

    /** All cost keys that steps of such a machine name. */
    public static final List<String> TIMING_KEYS = VtlCosts.all();

    private VtlMachine() {
    }

    /** Why no machine has that design, in one sentence that names the remedy. */
    public static Optional<String> refuses(VtlBounds bounds, Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        Optional<String> lacking = HostParts.refuses(design)
                .or(() -> HostParts.refuses(bounds, design))
                .or(() -> HostParts.refusesStart(design))
                .or(() -> HostParts.refusesLocks(design));
        if (lacking.isPresent()) {
            return lacking;
        }
        Vmm vmm = design.get(Vmm.SWITCH);
        if (!vmm.isLeftBy(host)) {
            return Optional.of("a VMM that '" + vmm.text().label() + "' changes nothing on host '"
                    + host.text().label() + "', which leaves that to nobody; leave 'vmm' out");
        }
        if (design.get(ApicGroups.SWITCH) != ApicGroups.MEANT && (!host.hasSiblings()
                || host == HostDesign.VM_PER_VTL)) {
            return Optional.of("host '" + host.text().label() + "' has no groups of local APICs;"
                    + " leave 'apic-groups' out, or take 'vtl-host: vcpu-per-vtl'");
        }
        if (design.get(TimerHome.SWITCH) != TimerHome.VCPU && !host.hasVcpuOfEachVtl()) {
            return Optional.of("host '" + host.text().label() + "' has no vCPU of each VTL that"
                    + " could keep its timers; leave 'stimer-home' out");
        }
        boolean planes = design.get(PlaneSeries.SWITCH) == PlaneSeries.MEANT
                || host == HostDesign.PLANES;
        return planes ? HostParts.refusesPlanes(design)
                : Optional.of("host '" + host.text().label()
                + "' has no planes; leave 'plane-series' out, or take 'vtl-host: planes'");
    }

    /** Why no machine of that size and design does all {@code operations}, in one sentence. */
    public static Optional<String> refuses(
            VtlBounds bounds, List<String> operations, Design design) {
        return HostParts.refuses(operations, bounds.vps(), design);
    }

    /** A machine of that shape and design, in its first state: VTL0 is active everywhere. */
    public static Model of(VtlShape shape, Design design) {
        ModelBuilder model = new ModelBuilder("vtl", design);
        CallTable calls = CallTable.of(shape.scripts().values(), shape.bounds());
        VtlBounds bounds = shape.bounds().withCalls(calls.size());
        VtlStart start = shape.start(calls);
        Guest guest = new Guest(model, bounds, start);
        for (Vp vp : guest.vps()) {
            for (Vtl vtl : vp.vtls()) {
                run(model, shape, bounds, guest, calls, vtl);
            }
        }
        host(design).serve(new HostSite(model, bounds, guest, calls));
        guest.memory.device().ifPresent(device -> DeviceWork.declare(model, device));
        model.comesToRest().because("a thread that wakes for an event and leaves it goes round"
                + " for ever").from("docs/vtl.md d.2");
        promise(model, guest, calls, bounds, start);
        promiseInterrupts(model, guest, bounds, start);
        return model.build();
    }

    private static void promise(ModelBuilder model, Guest guest, CallTable calls,
            VtlBounds bounds, VtlStart start) {
        VtlPromises.declare(model, guest);
        if (calls.features().contains(Feature.MODES)) {
            VtlPromises.modes(model, guest);
        }
        if (start.intercepts()) {
            VtlPromises.intercepts(model, guest);
        }
        if (guest.vtl(0, 0).lapic.startup() != null) {
            VtlPromises.startup(model, guest);
        }
        if (calls.hasReset() && bounds.vps() > 1) {
            VtlPromises.resets(model, guest);
        }
        if (bounds.pages() > 0) {
            MemoryPromises.declare(model, guest, calls.features().contains(Feature.TLB_LOCKS)
                    && HostParts.letsMasksWait(model.design()));
        }
    }

    private static void promiseInterrupts(
            ModelBuilder model, Guest guest, VtlBounds bounds, VtlStart start) {
        List<Vtl> vtls = guest.vps().stream().flatMap(vp -> vp.vtls().stream()).toList();
        if (bounds.parts().sints() > 0) {
            SynicPromises.declare(model, vtls, bounds.pages() > 0);
        }
        if (bounds.parts().flags() > 0) {
            SynicPromises.flags(model, vtls);
        }
        if (start.features().contains(Feature.PERIODIC_TIMERS)) {
            SynicPromises.ticks(model, vtls);
        }
        if (bounds.parts().vina()) {
            VinaPromises.declare(model, guest.vps());
        }
    }

    private static void run(ModelBuilder model, VtlShape shape, VtlBounds bounds, Guest guest,
            CallTable calls, Vtl vtl) {
        String name = VtlShape.actor(vtl.vp().number(), vtl.number());
        Script<Vtl> script = shape.scripts().get(name);
        if (script != null) {
            BootRounds rounds = new BootRounds(model, vtl, script);
            ScriptedActor<Vtl> code = script.on(GuestCode.all(
                    bounds, calls::numberOf, any -> guest.words, any -> rounds.done()))
                    .runBy(model, model.actor(name), vtl);
            code.program().onlyWhile(Vtl::runs);
            if (vtl.lapic.startup() != null) {
                vtl.lapic.startup().stops(code.counter(), script.calls().stream().anyMatch(call ->
                        call.operation().name().equals(StartupInstructions.SIPI_ENTRY)));
            }
        }
    }

    private static VtlHost host(Design design) {
        return switch (design.get(HostDesign.SWITCH)) {
            case VTL_AWARE_VCPU -> new AwareHost();
            case VCPU_PER_VTL, VM_PER_VTL, COMBINED_KEY -> new CompanionHost();
            case SLOTS_PER_VTL -> new SlotsHost();
            case PLANES -> new PlanesHost();
            case PARAVISOR -> new ParavisorHost();
        };
    }
}
