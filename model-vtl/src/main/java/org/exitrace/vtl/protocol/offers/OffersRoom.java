package org.exitrace.vtl.protocol.offers;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A device that revokes its channel, and others that offer theirs. */
public final class OffersRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.OFFERS_NUMBERED, ProtocolRule.OFFERS_NUMBERED);

    private OffersRoom() {
    }

    /** A room with {@code count} devices beside the one that leaves. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        OfferServer server = new OfferServer(model.region("server"), count + 1);
        model.program("device0", new OfferedDevice(model.region("device0"), server, 0),
                OfferedDevice.leaves(rules));
        List<OfferedDevice> others = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            OfferedDevice other = new OfferedDevice(model.region("device" + i), server, i);
            others.add(other);
            model.program("device" + i, other, OfferedDevice.offers());
        }
        model.never("robbed", "a channel is revoked for another device than its own",
                server.robbed::isSet).because("only the number is the same")
                .from("docs/vtl.md f.12");
        model.atRest("kept", "each device that has offered a channel has it",
                () -> others.stream().noneMatch(OfferedDevice::isWithout))
                .because("nobody has taken it back").from("docs/vtl.md f.12");
        model.reachable("offered", "all others have offered theirs",
                () -> others.stream().allMatch(it -> it.offered.isSet()));
    }
}
