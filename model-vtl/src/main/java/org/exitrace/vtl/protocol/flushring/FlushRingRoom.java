package org.exitrace.vtl.protocol.flushring;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.MemoryModel;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.stores.StoreBuffer;

/** Processors that write a ring of requests, and one that reads it without a lock. */
public final class FlushRingRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = switches();

    private FlushRingRoom() {
    }

    private static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(ProtocolRule.choices(
                ProtocolRule.RING_LOCKED, ProtocolRule.OVERFLOW_DROPS_ALL));
        all.add(MemoryModel.SWITCH);
        return List.copyOf(all);
    }

    /** A room with {@code count} writers. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        int most = count * RingWriter.FLUSHES;
        Ring ring = new Ring(model.region("ring"), most);
        RingReader reader = new RingReader(model.region("vp0"), ring, most);
        model.program("vp0", reader, RingReader.routine(rules));
        for (int i = 0; i < count; i++) {
            String name = "vp" + (i + 1);
            StoreBuffer stores = StoreBuffer.of(
                    model, name, RingWriter.STORES, Ring.SIZE + 2, most);
            model.program(name, new RingWriter(model.region(name), ring, i, most, stores),
                    RingWriter.routine(model.design()));
        }
        model.atRest("flushed", "all that was asked for is dropped", ring.owed::isEmpty)
                .because("the processor runs on with a translation that is gone")
                .from(RingWriter.SOURCE);
        model.reachable("overtaken", "somebody drops all its translations",
                reader.droppedAll::isSet);
    }
}
