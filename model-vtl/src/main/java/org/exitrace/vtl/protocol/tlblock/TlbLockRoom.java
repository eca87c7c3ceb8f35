package org.exitrace.vtl.protocol.tlblock;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** Processors that take TLB locks, and one that waits for them before it enters VTL 0. */
public final class TlbLockRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.LOCK_SEEN_TWICE, ProtocolRule.ASLEEP_BEFORE_LOOK);

    private TlbLockRoom() {
    }

    /** A room with {@code count} holders of locks. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        LockWaiter waiter = new LockWaiter(model.region("vp0"), count);
        model.program("vp0", waiter, LockWaiter.routine(rules));
        for (int i = 0; i < count; i++) {
            String name = "vp" + (i + 1);
            model.program(name, new LockHolder(model.region(name), waiter, i),
                    LockHolder.routine(rules));
        }
        model.never("I-39", "VTL 0 is entered while a lock that was seen is held",
                waiter.early::isSet)
                .because("the translation that VTL 1 relies on is dropped")
                .from("docs/vtl.md I-39");
        model.atRest("I-40", "nobody sleeps without a blocker", () -> !waiter.isForgotten())
                .because("nobody is left to wake it").from("docs/vtl.md I-40");
        model.atRest("I-41", "the count of blockers is their number, and each knows",
                waiter::isCounted)
                .because("the next wait is too short, or has no end").from("docs/vtl.md I-41");
        model.atRest("passed", "the processor has entered VTL 0", waiter.entered::isSet)
                .because("its VTL 0 never runs again").from(LockHolder.SOURCE);
        model.reachable("slept", "the processor slept and was woken", waiter.slept::isSet);
    }
}
