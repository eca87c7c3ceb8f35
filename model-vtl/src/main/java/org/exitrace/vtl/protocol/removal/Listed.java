package org.exitrace.vtl.protocol.removal;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.section.GracePeriod;
import org.exitrace.vtl.protocol.section.ReadSection;

/** What others find by a list: a device for the protections of a VTL, an array, a connection. */
final class Listed extends Region {

    /** What lies where it was allocated. */
    enum Contents {
        /** Whatever was there before. */
        UNMADE,
        /** What those who find it expect. */
        WHOLE,
        /** Somebody else's memory. */
        FREED
    }

    final EnumCell<Contents> contents = cells().choice("contents", Contents.class);
    /** The list leads to it. */
    final FlagCell linked = cells().flag("linked");
    final ReadSection section;
    private final GracePeriod period;

    Listed(CellScope scope, int readers) {
        super(scope);
        section = new ReadSection(scope.in("srcu"), readers);
        period = section.period(scope.in("synchronize_srcu"));
    }

    /** Its owner creates it once and removes it once. */
    static Routine<Listed> owner(ProtocolRules rules) {
        return Routine.named("owner", "docs/vtl.md d.4 R2", code -> {
            boolean last = rules.keep(ProtocolRule.LINKED_LAST);
            code.given(!last, Listed::link);
            code.step("makes it", it -> it.contents.become(Contents.WHOLE));
            code.given(last, Listed::link);
            boolean first = rules.keep(ProtocolRule.UNLINKED_FIRST);
            code.given(first, Listed::unlink);
            code.given(rules.keep(ProtocolRule.REMOVER_WAITS), waits ->
                    GracePeriod.await(waits, it -> it.period));
            code.step("frees it", it -> it.contents.become(Contents.FREED));
            code.given(!first, Listed::unlink);
        });
    }

    private static void link(Block<Listed> code) {
        code.step("puts it into the list", it -> it.linked.raise());
    }

    private static void unlink(Block<Listed> code) {
        code.step("takes it from the list", it -> it.linked.clear());
    }
}
