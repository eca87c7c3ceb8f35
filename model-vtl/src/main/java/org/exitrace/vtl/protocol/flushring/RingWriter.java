package org.exitrace.vtl.protocol.flushring;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor that asks for flushes of some addresses, one behind the other. */
final class RingWriter extends Region {

    /** Addresses of each. */
    static final int FLUSHES = 2;
    static final String SOURCE = "docs/vtl.md f.3";

    private final Ring ring;
    private final int index;
    private final CountCell done = cells().count("done", FLUSHES);
    /** The number of its request. */
    private final CountCell number;

    RingWriter(CellScope scope, Ring ring, int index, int most) {
        super(scope);
        this.ring = ring;
        this.index = index;
        number = cells().count("number", most);
    }

    static Routine<RingWriter> routine(ProtocolRules rules) {
        boolean locked = rules.keep(ProtocolRule.RING_LOCKED);
        boolean told = rules.keep(ProtocolRule.IN_PROGRESS_FIRST);
        boolean last = rules.keep(ProtocolRule.COUNTED_LAST);
        return Routine.named("flush", SOURCE, code -> code
                .repeat(FLUSHES, it -> it.done, once -> {
                    once.given(locked, lock -> lock
                            .lock("takes the write lock", it -> it.ring.mutex));
                    once.step("reads in progress", RingWriter::begin);
                    once.given(told, RingWriter::tell);
                    once.given(!last, RingWriter::count);
                    once.step("2 writes the entry", it ->
                            it.ring.entry(it.number.get()).become(it.address()));
                    once.given(last, RingWriter::count);
                    once.given(!told, RingWriter::tell);
                    once.local(it -> it.number.clear());
                    once.given(locked, lock -> lock
                            .unlock("gives up the write lock", it -> it.ring.mutex));
                }));
    }

    private static void tell(Block<RingWriter> code) {
        code.step("1 in progress + 1", it ->
                it.ring.inProgress.become(it.number.get() + 1));
    }

    private static void count(Block<RingWriter> code) {
        code.step("3 count = in progress", it -> it.ring.count.become(it.number.get() + 1));
    }

    private void begin() {
        number.become(ring.inProgress.get());
        ring.owed.add(address());
    }

    private int address() {
        return 1 + index * FLUSHES + done.get();
    }
}
