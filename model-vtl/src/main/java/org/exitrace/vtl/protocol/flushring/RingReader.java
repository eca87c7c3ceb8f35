package org.exitrace.vtl.protocol.flushring;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor that drops, before it enters the lower VTL, what others want it to drop. */
final class RingReader extends Region {

    private final Ring ring;
    /** How many requests it has carried out. */
    private final CountCell seen;
    /** How many there were when it looked. */
    private final CountCell total;
    private final CountCell next;
    private final List<CountCell> copies = new ArrayList<>();
    /** It has dropped all its translations. */
    final FlagCell droppedAll = ghost().flag("dropped all");

    RingReader(CellScope scope, Ring ring, int most) {
        super(scope);
        this.ring = ring;
        seen = cells().count("seen", most);
        total = cells().count("total", most);
        next = cells().count("next", most);
        for (int i = 0; i < Ring.SIZE; i++) {
            copies.add(cells().count("copy" + i, most));
        }
    }

    static Routine<RingReader> routine(ProtocolRules rules) {
        boolean all = rules.keep(ProtocolRule.OVERFLOW_DROPS_ALL);
        return Routine.named("before VTL 0", RingWriter.SOURCE, code -> code.forever(entry -> {
            entry.await("a reads the count: more than seen", it -> !it.isThrough(), it ->
                    it.total.become(it.ring.count.get())).mayRest();
            entry.when(it -> it.isBehind(it.total.get()), behind -> {
                behind.given(all, RingReader::dropAll);
                behind.given(!all, skips -> skips.local(it ->
                        it.seen.become(it.total.get() - Ring.SIZE)));
            });
            entry.local(it -> it.next.become(it.seen.get()));
            entry.forever(each -> {
                each.when(it -> it.next.get() == it.total.get(), Block::leave);
                each.step("b copies an entry", RingReader::copy);
            });
            entry.given(rules.keep(ProtocolRule.COPY_CHECKED), check -> check
                    .test("c in progress: written over?", RingReader::isOvertaken,
                            RingReader::dropAll));
            entry.step("d drops the translations of the copies", RingReader::drop);
        }));
    }

    private static void dropAll(Block<RingReader> code) {
        code.step("e reads the count again", it -> {
            it.forget();
            it.seen.become(it.ring.count.get());
        });
        code.step("e drops all translations", it -> {
            it.ring.owed.clear();
            it.droppedAll.raise();
        });
        code.again();
    }

    private boolean isThrough() {
        return seen.get() == ring.count.get();
    }

    private boolean isOvertaken() {
        return isBehind(ring.inProgress.get());
    }

    /** Counters wrap around: one that went back is far ahead. */
    private boolean isBehind(int requests) {
        return requests < seen.get() || requests - seen.get() > Ring.SIZE;
    }

    private void copy() {
        copies.get(next.get() % Ring.SIZE).become(ring.entry(next.get()).get());
        next.increment();
    }

    private void drop() {
        for (CountCell copy : copies) {
            ring.owed.remove(copy.get());
        }
        seen.become(total.get());
        forget();
    }

    private void forget() {
        copies.forEach(CountCell::clear);
        total.clear();
        next.clear();
    }
}
