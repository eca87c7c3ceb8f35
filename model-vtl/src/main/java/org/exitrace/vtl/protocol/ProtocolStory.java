package org.exitrace.vtl.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.blocks.BlocksRoom;
import org.exitrace.vtl.protocol.companion.CompanionRoom;
import org.exitrace.vtl.protocol.flushring.FlushRingRoom;
import org.exitrace.vtl.protocol.flushwake.FlushWakeRoom;
import org.exitrace.vtl.protocol.guestids.GuestIdsRoom;
import org.exitrace.vtl.protocol.halt.HaltRoom;
import org.exitrace.vtl.protocol.inhibit.InhibitRoom;
import org.exitrace.vtl.protocol.intercept.InterceptRoom;
import org.exitrace.vtl.protocol.offers.OffersRoom;
import org.exitrace.vtl.protocol.opening.OpeningRoom;
import org.exitrace.vtl.protocol.planes.PlanesRoom;
import org.exitrace.vtl.protocol.polling.PollingRoom;
import org.exitrace.vtl.protocol.remotedevice.RemoteDeviceRoom;
import org.exitrace.vtl.protocol.removal.RemovalRoom;
import org.exitrace.vtl.protocol.request.RequestRoom;
import org.exitrace.vtl.protocol.reset.ResetRoom;
import org.exitrace.vtl.protocol.runloop.RunLoopRoom;
import org.exitrace.vtl.protocol.sendipi.SendIpiRoom;
import org.exitrace.vtl.protocol.servicing.ServicingRoom;
import org.exitrace.vtl.protocol.stimer.StimerRoom;
import org.exitrace.vtl.protocol.tlblock.TlbLockRoom;
import org.exitrace.vtl.protocol.translate.TranslateRoom;

/** Which protocol a room has. */
public enum ProtocolStory {
    /** Notice of interrupts between planes. */
    PLANES("planes", "one processor of several planes, and devices that deliver interrupts",
            PlanesRoom.SWITCHES, PlanesRoom::furnish),
    /** A vCPU for each VTL. */
    COMPANION("companion", "a vCPU for each of two VTLs, which a VMM switches",
            CompanionRoom.SWITCHES, CompanionRoom::furnish),
    /** The same, and a monitor. */
    COMPANION_MONITOR("companion-monitor", "the same, and a monitor that stops the VM once",
            CompanionRoom.MONITORED, CompanionRoom::furnishMonitored),
    /** The first bug of the thread. */
    TRANSLATE("translate", "VTL 1 translates an address of VTL 0, whose vCPU may run",
            TranslateRoom.SWITCHES, TranslateRoom::furnish),
    /** The same without a vCPU of VTL 0. */
    TRANSLATE_ALONE("translate-alone", "VTL 1 translates where VTL 0 has no vCPU",
            TranslateRoom.SWITCHES, TranslateRoom::furnishAlone),
    /** The second bug of the thread. */
    SEND_IPI("send-ipi", "VTL 1 sends IPIs by hypercall, each for any VTL",
            SendIpiRoom.SWITCHES, SendIpiRoom::furnish),
    /** Waiting for events. */
    POLLING("polling", "threads wait for events of a vCPU that does not run",
            PollingRoom.SWITCHES, PollingRoom::furnish),
    /** TLB flush inhibit. */
    INHIBIT("inhibit", "a vCPU flushes the TLBs of others, which inhibit that for a while",
            InhibitRoom.SWITCHES, InhibitRoom::furnish),
    /** A paravisor's loop. */
    RUN_LOOP("run-loop", "a paravisor runs VTL 0, and others post work to it",
            RunLoopRoom.SWITCHES, RunLoopRoom::furnish),
    /** The rest of the first bug. */
    BLOCKS("blocks", "VTL 0 makes a hypercall whose block lies in a page that VTL 1 protects",
            BlocksRoom.SWITCHES, BlocksRoom::furnish),
    /** Something is freed under those who look it up. */
    REMOVAL("removal", "vCPUs follow a list, and user space frees what they find there",
            RemovalRoom.SWITCHES, RemovalRoom::furnish),
    /** Registers of an intercept. */
    INTERCEPT("intercept", "VTL 1's thread makes the message of what VTL 0 touched",
            InterceptRoom.SWITCHES, InterceptRoom::furnish),
    /** The same without a vCPU of VTL 1. */
    INTERCEPT_ALONE("intercept-alone", "VTL 0 touches a page, and VTL 1 has no vCPU",
            InterceptRoom.SWITCHES, InterceptRoom::furnishAlone),
    /** MSRs of the VM. */
    GUEST_IDS("guest-ids", "each VTL says who it is, and enables its hypercall page",
            GuestIdsRoom.SWITCHES, GuestIdsRoom::furnish),
    /** A paravisor's TLB lock. */
    TLB_LOCK("tlb-lock", "a processor waits until others give up their TLB locks",
            TlbLockRoom.SWITCHES, TlbLockRoom::furnish),
    /** A paravisor's flush requests. */
    FLUSH_RING("flush-ring", "processors ask another one for flushes by a ring of entries",
            FlushRingRoom.SWITCHES, FlushRingRoom::furnish),
    /** Who flushes wakes those alone that are in VTL 0. */
    FLUSH_WAKE("flush-wake", "a processor enters VTL 0 while others flush and look where it is",
            FlushWakeRoom.SWITCHES, FlushWakeRoom::furnish),
    /** A paravisor is replaced. */
    SERVICING("servicing", "state is saved and restored while messages are posted",
            ServicingRoom.SWITCHES, ServicingRoom::furnish),
    /** A VM is moved to another host. */
    STIMER("stimer", "the synthetic timers of each VTL are saved and restored",
            StimerRoom.SWITCHES, StimerRoom::furnish),
    /** All processors are reset. */
    RESET("reset", "processors are reset, each by its thread, and a producer waits for that",
            ResetRoom.SWITCHES, ResetRoom::furnish),
    /** A VTL is enabled on another processor. */
    REQUEST("request", "a processor is asked to enable a VTL, and others go by its bit",
            RequestRoom.SWITCHES, RequestRoom::furnish),
    /** A device in another process. */
    REMOTE_DEVICE("remote-device", "a device in another process is reset, and owes answers",
            RemoteDeviceRoom.SWITCHES, RemoteDeviceRoom::furnish),
    /** Channels of VMBus. */
    OPENING("opening", "a guest opens channels, whose bus is reset",
            OpeningRoom.SWITCHES, OpeningRoom::furnish),
    /** Numbers of channels. */
    OFFERS("offers", "a device revokes its channel, and others offer theirs",
            OffersRoom.SWITCHES, OffersRoom::furnish),
    /** A halted processor. */
    HALT("halt", "a processor halts, and others send it interrupts that must wait",
            HaltRoom.SWITCHES, HaltRoom::furnish);

    private final String label;
    private final String meaning;
    private final List<Switch<?>> switches;
    private final Room room;

    ProtocolStory(String label, String meaning, List<Switch<?>> switches, Room room) {
        this.label = label;
        this.meaning = meaning;
        this.switches = switches;
        this.room = room;
    }

    /** Name as people write it. */
    public String label() {
        return label;
    }

    /** Who takes part, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** The questions that matter to it. */
    public List<Switch<?>> switches() {
        return switches;
    }

    /**
     * Why it lacks the switch {@code name} that another story has, in one sentence that names
     * that story; empty where none has it.
     */
    public Optional<String> whyMissing(String name) {
        List<String> having = Arrays.stream(values()).filter(story -> story.has(name))
                .map(story -> "'" + story.label + "'").toList();
        return has(name) || having.isEmpty() ? Optional.empty()
                : Optional.of("story '" + label + "' has no switch '" + name + "'; leave it out,"
                        + " or take " + (having.size() == 1 ? "story " : "one of the stories ")
                        + String.join(", ", having) + ", which " + (having.size() == 1 ? "has"
                        : "have") + " it");
    }

    private boolean has(String name) {
        return switches.stream().anyMatch(choice -> choice.name().equals(name));
    }

    void furnish(ModelBuilder model, ProtocolShape shape) {
        room.furnish(model, shape.levels(), shape.others());
    }

    /** Puts a room's regions, actors and promises into a model. */
    private interface Room {
        void furnish(ModelBuilder model, int levels, int others);
    }
}
