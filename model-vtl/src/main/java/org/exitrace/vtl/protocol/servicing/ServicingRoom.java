package org.exitrace.vtl.protocol.servicing;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor, tasks that post messages to it, and somebody who saves and restores its state. */
public final class ServicingRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.SIGNALS_FLUSHED, ProtocolRule.POSTS_HELD_BACK);

    private ServicingRoom() {
    }

    /** A room with {@code count} tasks. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        SynicState synic = new SynicState(model.region("vp0.synic"), count);
        model.program("vp0", synic, SynicState.processor());
        model.program("servicing", synic, SynicState.servicing(rules));
        List<MessagePoster> posters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MessagePoster poster = new MessagePoster(model.region("poster" + i), synic);
            posters.add(poster);
            model.program("poster" + i, poster, MessagePoster.routine(rules));
        }
        model.atRest("I-65", "the guest knows of each message that was posted", () ->
                synic.told.is((int) posters.stream().filter(it -> it.posted.isSet()).count()))
                .because("the driver waits for an answer that was thrown away")
                .from("docs/vtl.md I-65");
        model.reachable("told", "the guest knows of all messages", () -> synic.told.is(count));
    }
}
