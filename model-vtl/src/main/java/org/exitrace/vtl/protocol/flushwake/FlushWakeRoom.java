package org.exitrace.vtl.protocol.flushwake;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.MemoryModel;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.stores.StoreBuffer;

/** Processors that flush, and one that enters VTL 0 meanwhile. */
public final class FlushWakeRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = switches();

    private FlushWakeRoom() {
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(ProtocolRule.choices(
                ProtocolRule.ENTRY_FENCED, ProtocolRule.FLUSH_FENCED));
        all.add(MemoryModel.SWITCH);
        return List.copyOf(all);
    }

    /** A room with {@code count} who flush. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        FlushTarget target = new FlushTarget(model.region("vp0"), count,
                StoreBuffer.of(model, "vp0", FlushTarget.STORES, 1, 1));
        model.program("vp0", target, FlushTarget.routine(model.design()));
        List<WakingFlusher> flushers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "vp" + (i + 1);
            flushers.add(new WakingFlusher(model.region(name), target, i,
                    StoreBuffer.of(model, name, 1, 1, 1)));
            model.program(name, flushers.get(i), WakingFlusher.routine(model.design()));
        }
        model.never("I-42", "a flush has returned, and its target executes in VTL 0 with what it"
                + " had before", target::isStale)
                .because("whoever flushes may count on it that old translations are gone")
                .from("docs/vtl.md I-42");
        model.reachable("woken", "somebody sends an IPI",
                () -> flushers.stream().anyMatch(flusher -> flusher.sent.isSet()));
    }
}
