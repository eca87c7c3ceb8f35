package org.exitrace.vtl.protocol.sendipi;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor at VTL 1 that sends IPIs by hypercall to another one with two VTLs. */
public final class SendIpiRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.TARGET_AFTER_COPY, ProtocolRule.TARGET_IN_RANGE);

    private SendIpiRoom() {
    }

    /** A room with one caller. */
    public static void furnish(ModelBuilder model, int levels, int others) {
        List<IpiTarget> targets = List.of(new IpiTarget(model.region("vp1.vtl0")),
                new IpiTarget(model.region("vp1.vtl1")));
        IpiCall call = new IpiCall(model.region("vp0.vtl1"), targets);
        model.program("vp0-vtl1", call,
                new SendIpiCall(ProtocolRules.of(model.design())).routine());
        for (int vtl = 0; vtl < targets.size(); vtl++) {
            model.on(model.actor("vp1-vtl" + vtl), targets.get(vtl)).step("takes the IPI")
                    .when(IpiTarget::isWanted).from("docs/vtl.md d.4 R1").then(IpiTarget::take);
        }
        promise(model, call, targets);
    }

    private static void promise(ModelBuilder model, IpiCall call, List<IpiTarget> targets) {
        model.never("I-50", "SUCCESS is told of an IPI that nobody gets", call.dropped::isSet)
                .because("the sender waits for an answer").from("docs/vtl.md I-50");
        model.never("I-50-refused", "a call that breaks no rule is refused",
                call.refused::isSet)
                .because("the guest cannot send what it may send").from("docs/vtl.md I-50");
        model.never("I-52", "an IPI reaches another VTL than the call names",
                targets, target -> target.misled.isSet())
                .because("VTL 0 gets what is VTL 1's, or VTL 1 is entered for nothing")
                .from("docs/vtl.md I-52");
        model.reachable("sent", "an IPI reaches the VTL that was named",
                () -> targets.stream().anyMatch(target -> target.reached.isSet()));
    }
}
