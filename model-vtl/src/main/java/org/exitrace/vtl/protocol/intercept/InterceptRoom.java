package org.exitrace.vtl.protocol.intercept;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** VTL 0 touches a page once, and VTL 1's thread makes the message of it. */
public final class InterceptRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = switches();

    private InterceptRoom() {
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(ProtocolRule.choices(
                ProtocolRule.CONTEXT_CHECKED, ProtocolRule.RECORD_HAS_REGISTERS));
        all.add(ProtocolRule.LOWER_STOPPED.choice());
        all.add(ProtocolRule.REGISTERS_CACHED.choice());
        return List.copyOf(all);
    }

    /** A room in which both vCPUs were created. */
    public static void furnish(ModelBuilder model, int levels, int others) {
        room(model, true);
    }

    /** A room in which VTL 1's vCPU was not created. */
    public static void furnishAlone(ModelBuilder model, int levels, int others) {
        room(model, false);
    }

    private static void room(ModelBuilder model, boolean withSibling) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        FaultingVcpu lower = new FaultingVcpu(model.region("vp0.vtl0"),
                rules.keep(ProtocolRule.REGISTERS_CACHED), withSibling);
        InterceptMessage higher = new InterceptMessage(model.region("vp0.vtl1"), lower);
        model.program("vp0-vtl0", lower, FaultingVcpu.routine(rules));
        model.program("vp0-vtl1", higher, InterceptMessage.routine(rules));
        model.never("I-15", "KVM takes VTL 1's RIP for VTL 0's from now on",
                lower.rip::isPoisoned)
                .because("VTL 0 goes on at VTL 1's instruction").from("docs/vtl.md I-15");
        model.never("I-47", "VTL 0's vCPU is read while it runs", higher.overlapped::isSet)
                .because("what is read need not belong together").from("docs/vtl.md I-47");
        model.never("I-70", "a message has registers that are not those of its fault",
                higher.torn::isSet)
                .because("VTL 1 emulates, or forgives, another instruction")
                .from("docs/vtl.md I-70");
        model.never("null-pointer", "KVM follows a NULL pointer", lower.followedNull::isSet)
                .because("the guest stops the host").from("docs/vtl.md d.4 R3");
        model.reachable("answered", "VTL 1 is told, or nobody is there to be told", () ->
                higher.posted.isSet() || !withSibling && lower.running.isClear());
    }
}
