package org.exitrace.vtl.protocol.tlblock;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.MemoryModel;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.stores.StoreBuffer;

/** Processors that take TLB locks, and one that waits for them before it enters VTL 0. */
public final class TlbLockRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = switches();

    /** Stores of a processor that can wait: that it sleeps, that it does not, and its lock. */
    private static final int STORES = 2;

    private TlbLockRoom() {
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(ProtocolRule.choices(
                ProtocolRule.LOCK_SEEN_TWICE, ProtocolRule.ASLEEP_BEFORE_LOOK));
        all.addAll(ProtocolRule.choices(
                ProtocolRule.SLEEP_FENCED, ProtocolRule.UNLOCK_FENCED));
        all.add(MemoryModel.SWITCH);
        return List.copyOf(all);
    }

    /** A room with {@code count} holders of locks. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        LockBoard board = new LockBoard(model.region("locks"), count + 1);
        LockWaiter waiter = new LockWaiter(model.region("vp0"), board, stores(model, "vp0"));
        model.program("vp0", waiter, LockWaiter.routine(model.design()));
        for (int i = 0; i < count; i++) {
            String name = "vp" + (i + 1);
            model.program(name, new LockHolder(
                    model.region(name), board, stores(model, name), waiter),
                    LockHolder.routine(model.design()));
        }
        model.never("I-39", "VTL 0 is entered while a lock that was seen is held",
                waiter.early::isSet)
                .because("the translation that VTL 1 relies on is dropped")
                .from("docs/vtl.md I-39");
        model.atRest("I-40", "nobody sleeps without a blocker", () -> !waiter.isForgotten())
                .because("nobody is left to wake it").from("docs/vtl.md I-40");
        model.atRest("I-41", "the count of blockers is their number, and each knows",
                waiter.own::isCounted)
                .because("the next wait is too short, or has no end").from("docs/vtl.md I-41");
        model.atRest("passed", "the processor has entered VTL 0", waiter.entered::isSet)
                .because("its VTL 0 never runs again").from(LockHolder.SOURCE);
        model.reachable("slept", "the processor slept and was woken", waiter.slept::isSet);
    }

    private static StoreBuffer stores(ModelBuilder model, String processor) {
        return StoreBuffer.of(model, processor, STORES, STORES, 1);
    }
}
