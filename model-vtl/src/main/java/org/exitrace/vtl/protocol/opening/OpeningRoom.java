package org.exitrace.vtl.protocol.opening;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** Channels that a guest opens, and a reset of their bus. */
public final class OpeningRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.OPENING_CANCELLED, ProtocolRule.OPENING_CANCELLED);

    private OpeningRoom() {
    }

    /** A room with {@code count} channels. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        Bus bus = new Bus(model.region("bus"));
        ProtocolRules rules = ProtocolRules.of(model.design());
        for (int i = 0; i < count; i++) {
            Channel channel = new Channel(model.region("channel" + i), bus);
            bus.channels.add(channel);
            model.program("guest" + i, channel, Channel.guest());
            model.program("server" + i, channel, Channel.server(rules));
            model.program("device" + i, channel, Channel.device());
        }
        model.program("reset", bus, Bus.reset(count));
        model.atRest("reset-over", "the reset has come to its end", bus.over::isSet)
                .because("it waits for an answer of a device that it has stopped")
                .from("docs/vtl.md f.11");
        model.reachable("over", "the reset has come to its end", bus.over::isSet);
    }
}
