package org.exitrace.vtl.protocol.translate;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.design.TranslateBy;
import org.exitrace.vtl.spec.HvStatus;

/** VTL 1 translates an address of VTL 0 once, and VTL 0's vCPU may run. */
public final class TranslateRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = switches();

    private static final String BUG = "docs/vtl.md d.3";

    private TranslateRoom() {
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(ProtocolRule.choices(
                ProtocolRule.LOWER_STOPPED, ProtocolRule.SIBLING_CHECKED));
        all.add(TranslateBy.SWITCH);
        return List.copyOf(all);
    }

    /** A room in which both vCPUs were created. */
    public static void furnish(ModelBuilder model, int levels, int others) {
        room(model, true);
    }

    /** A room in which VTL 0's vCPU was not created. */
    public static void furnishAlone(ModelBuilder model, int levels, int others) {
        room(model, false);
    }

    private static void room(ModelBuilder model, boolean withSibling) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        TargetVcpu target = new TargetVcpu(model.region("vp0.vtl0"),
                rules.keep(ProtocolRule.REGISTERS_CACHED));
        Translation call = new Translation(model.region("vp0.vtl1"), target, withSibling);
        model.program("vp0-vtl1", call,
                new Translate(model.design().get(TranslateBy.SWITCH), rules).routine());
        if (withSibling && !rules.keep(ProtocolRule.LOWER_STOPPED)) {
            model.program("vp0-vtl0", target, LowerRun.routine());
        }
        promise(model, call, withSibling);
    }

    private static void promise(ModelBuilder model, Translation call, boolean withSibling) {
        model.never("I-15", "KVM takes VTL 1's CR3 for VTL 0's from now on",
                call.target.cr3::isPoisoned)
                .because("it walks VTL 1's page tables for VTL 0").from("docs/vtl.md I-15");
        model.never("I-47", "VTL 0's vCPU is read while it runs", call.overlapped::isSet)
                .because("what is read need not belong together").from("docs/vtl.md I-47");
        model.never("I-51", "the function of one context walks another one",
                call.mixed::isSet)
                .because("walk_mmu is read twice").from("docs/vtl.md I-51");
        model.never("I-53", "a translation succeeds with a result that no state of VTL 0 gives",
                call.wrong::isSet)
                .because("VTL 1 protects, or reads, another page than it means")
                .from("docs/vtl.md I-53");
        model.never("null-pointer", "KVM follows a NULL pointer", call.followedNull::isSet)
                .because("the guest stops the host").from(BUG);
        model.atRest("ended", "the call has returned", call.ended::isSet)
                .because("VTL 1 waits for ever").from(BUG);
        model.reachable("answered", "VTL 1 has an answer that it can use", () ->
                call.ended.isSet() && (!withSibling || call.status.is(HvStatus.SUCCESS)));
    }
}
