package org.exitrace.vtl.protocol.flushring;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.stores.StoreBuffer;
import org.exitrace.vtl.protocol.stores.StoreSteps;

/** A processor that asks for flushes of some addresses, one behind the other. */
final class RingWriter extends Region {

    /** Addresses of each. */
    static final int FLUSHES = 2;
    static final String SOURCE = "docs/vtl.md f.3";

    /** Stores of one request. */
    static final int STORES = 3;

    private final Ring ring;
    private final int index;
    private final CountCell done = cells().count("done", FLUSHES);
    /** The number of its request. */
    private final CountCell number;
    private final StoreBuffer stores;
    private final StoreBuffer.Place inProgress;
    private final StoreBuffer.Place count;
    private final List<StoreBuffer.Place> entries = new ArrayList<>();

    RingWriter(CellScope scope, Ring ring, int index, int most, StoreBuffer stores) {
        super(scope);
        this.ring = ring;
        this.index = index;
        this.stores = stores;
        number = cells().count("number", most);
        inProgress = stores.place(ring.inProgress::become, ring.inProgress::get);
        count = stores.place(ring.count::become, ring.count::get);
        for (int i = 0; i < Ring.SIZE; i++) {
            entries.add(stores.place(ring.entry(i)::become, ring.entry(i)::get));
        }
    }

    static Routine<RingWriter> routine(Design design) {
        ProtocolRules rules = ProtocolRules.of(design);
        StoreSteps<RingWriter> steps = StoreSteps.of(design, it -> it.stores);
        boolean locked = rules.keep(ProtocolRule.RING_LOCKED);
        boolean told = rules.keep(ProtocolRule.IN_PROGRESS_FIRST);
        boolean last = rules.keep(ProtocolRule.COUNTED_LAST);
        return Routine.named("flush", SOURCE, code -> code
                .repeat(FLUSHES, it -> it.done, once -> {
                    once.given(locked, lock -> steps.locked(lock)
                            .lock("takes the write lock", it -> it.ring.mutex));
                    once.step("reads in progress", RingWriter::begin);
                    once.given(told, first -> tell(first, steps));
                    once.given(!last, early -> count(early, steps));
                    steps.plain(once, "2 writes the entry", RingWriter::writeEntry);
                    once.given(last, then -> count(then, steps));
                    once.given(!told, late -> tell(late, steps));
                    once.local(it -> it.number.clear());
                    once.given(locked, lock -> steps.locked(lock)
                            .unlock("gives up the write lock", it -> it.ring.mutex));
                }));
    }

    private static void tell(Block<RingWriter> code, StoreSteps<RingWriter> steps) {
        steps.plain(code, "1 in progress + 1", it -> it.inProgress.store(it.number.get() + 1));
    }

    private static void count(Block<RingWriter> code, StoreSteps<RingWriter> steps) {
        steps.plain(code, "3 count = in progress", it -> it.count.store(it.number.get() + 1));
    }

    private void writeEntry() {
        entries.get(number.get() % Ring.SIZE).store(address());
    }

    private void begin() {
        number.become(inProgress.load());
        ring.owed.add(address());
    }

    private int address() {
        return 1 + index * FLUSHES + done.get();
    }
}
