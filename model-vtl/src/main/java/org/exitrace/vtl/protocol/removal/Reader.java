package org.exitrace.vtl.protocol.removal;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.removal.Listed.Contents;

/** A vCPU whose page fault, or hypercall, looks something up. */
final class Reader extends Region {

    private final Listed listed;
    private final int index;
    /** It read what was freed. */
    final FlagCell freed = ghost().flag("read freed memory");
    /** It read what was not made. */
    final FlagCell unmade = ghost().flag("read memory that was not made");
    /** It found what it looked for. */
    final FlagCell found = ghost().flag("found");

    Reader(CellScope scope, Listed listed, int index) {
        super(scope);
        this.listed = listed;
        this.index = index;
    }

    static Routine<Reader> routine(ProtocolRules rules) {
        return Routine.named("look-up", "docs/vtl.md d.4 R2", code -> {
            boolean inside = rules.keep(ProtocolRule.READER_IN_SECTION);
            code.given(inside, enters -> enters.step("srcu_read_lock", it ->
                    it.listed.section.enter(it.index)));
            code.test("reads the list", it -> it.listed.linked.isSet(), found -> found
                    .step("reads what it found", Reader::read));
            code.given(inside, leaves -> leaves.step("srcu_read_unlock", it ->
                    it.listed.section.leave(it.index)));
        });
    }

    private void read() {
        freed.become(listed.contents.is(Contents.FREED));
        unmade.become(listed.contents.is(Contents.UNMADE));
        found.become(listed.contents.is(Contents.WHOLE));
    }
}
