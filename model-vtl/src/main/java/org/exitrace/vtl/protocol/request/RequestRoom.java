package org.exitrace.vtl.protocol.request;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor that is asked to enable its VTL1, and others that go by its bit. */
public final class RequestRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.FLIPPED_BY_OWNER, ProtocolRule.FLIPPED_BY_OWNER);

    private RequestRoom() {
    }

    /** A room with {@code count} others. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        RequestedVp target = new RequestedVp(model.region("vp0"));
        model.program("vp0", target, RequestedVp.loop(rules));
        model.program("vp1", target, RequestedVp.enable(rules));
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sender sender = new Sender(model.region("vp" + (i + 2)), target);
            senders.add(sender);
            model.program("vp" + (i + 2), sender, Sender.routine());
        }
        model.never("I-66",
                "a bit that others go by changes before its owner has taken the request",
                target::isAhead)
                .because("that a VTL was asked for does not say that it has its context")
                .from("docs/vtl.md I-66");
        model.never("astray", "something is sent to a VTL that has no context yet",
                () -> senders.stream().anyMatch(it -> it.astray.isSet()))
                .because("it is dropped with what the VTL had before").from("docs/vtl.md f.6");
        model.reachable("sent", "all have sent", () ->
                senders.stream().allMatch(it -> it.sent.isSet()));
    }
}
