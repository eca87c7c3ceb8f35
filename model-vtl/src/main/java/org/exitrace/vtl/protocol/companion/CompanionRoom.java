package org.exitrace.vtl.protocol.companion;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.MonitorResume;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** One virtual processor with a vCPU for each of two VTLs, and interrupts for the higher one. */
public final class CompanionRoom {

    /** What designs without a monitor answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.CALL_STOPS, ProtocolRule.ABOVE_IS_ASKED);
    /** The same with a monitor. */
    public static final List<Switch<?>> MONITORED = withMonitor();

    private CompanionRoom() {
    }

    private static List<Switch<?>> withMonitor() {
        List<Switch<?>> all = new ArrayList<>(SWITCHES);
        all.add(MonitorResume.SWITCH);
        return List.copyOf(all);
    }

    /** A room with {@code interrupts} interrupts for VTL 1. */
    public static void furnish(ModelBuilder model, int levels, int interrupts) {
        processor(model, interrupts);
    }

    /** The same with a monitor that stops the VM once. */
    public static void furnishMonitored(ModelBuilder model, int levels, int interrupts) {
        CompanionVp vp = processor(model, interrupts);
        model.program("monitor", vp,
                new Monitor(model.design().get(MonitorResume.SWITCH)).routine());
        model.never("paused", "a guest runs while the monitor takes the VM for stopped",
                () -> vp.stopped.isSet() && (vp.lower.runsGuest() || vp.higher.runsGuest()))
                .because("whoever saves or migrates the VM reads what changes")
                .from("docs/vtl.md d.6");
    }

    private static CompanionVp processor(ModelBuilder model, int interrupts) {
        ProtocolRules asked = ProtocolRules.of(model.design());
        ThreadLoop loops = new ThreadLoop(rule ->
                rule != ProtocolRule.RAX_RESTORED && asked.keep(rule));
        CompanionVp vp = new CompanionVp(model.region("vp0"), interrupts);
        model.program("vp0-vtl0", vp.lower, loops.ofLower());
        model.program("vp0-vtl1", vp.higher, loops.ofHigher());
        Device device = new Device(model.region("device"), vp.higher.irr, interrupts);
        model.on(model.actor("device"), device).step("interrupt for VTL 1")
                .when(Device::hasMore).from("docs/vtl.md d.6").then(Device::interrupt);
        CompanionPromises.declare(model, vp);
        return vp;
    }
}
