package org.exitrace.vtl.protocol.halt;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor that halts behind STI, and others that send it interrupts. */
public final class HaltRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.RUNS_UNTIL_TOLD, ProtocolRule.REQUESTED_BEFORE_WOKEN);

    private HaltRoom() {
    }

    /** A room with {@code count} senders. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        HaltedVp vp = new HaltedVp(model.region("vp0"), count);
        model.program("vp0", vp, HaltedVp.loop(rules));
        for (int i = 0; i < count; i++) {
            Interrupter sender = new Interrupter(model.region("vp" + (i + 1)), vp, i);
            model.program("vp" + (i + 1), sender, Interrupter.routine(rules));
        }
        model.atRest("I-28", "each interrupt that was requested is delivered", vp::hasAll)
                .because("a halted processor waits for nothing else").from("docs/vtl.md I-28");
        model.atRest("I-40", "nobody sleeps who waits to be told that an interrupt can be"
                + " delivered", () -> vp.armed.isClear())
                .because("that is told to a processor that executes, and to no other")
                .from("docs/vtl.md I-40, f.13");
        model.reachable("halted", "the processor has halted", vp.halted::isSet);
    }
}
