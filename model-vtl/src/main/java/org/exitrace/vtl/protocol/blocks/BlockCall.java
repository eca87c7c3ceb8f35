package org.exitrace.vtl.protocol.blocks;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.spec.HvStatus;

/** A hypercall of VTL 0 with its input or its output in that page. */
final class BlockCall extends Region {

    private static final String SOURCE = "docs/vtl.md d.3 1E";

    private final ProtectedPage page;
    /** Which right its block needs: an input is read, an output is written. */
    private final CountCell needs = cells().count("needs", ProtectedPage.WRITE);
    private final EnumCell<HvStatus> status = cells().choice("status", HvStatus.class);
    private final FlagCell ended = cells().flag("ended");
    /** The page was protected when the call began. */
    private final FlagCell tooLate = ghost().flag("protected before");
    /** The host read or wrote for VTL 0 what that one may not. */
    final FlagCell deputy = ghost().flag("confused deputy");
    /** It did so behind a protection that came in between. */
    final FlagCell overtaken = ghost().flag("late access");

    BlockCall(CellScope scope, ProtectedPage page) {
        super(scope);
        this.page = page;
    }

    static Routine<BlockCall> routine(ProtocolRules rules) {
        boolean inside = rules.keep(ProtocolRule.ACCESS_AWAITED);
        return Routine.named("hypercall", SOURCE, code -> {
            code.either("guest calls", ways -> {
                ways.when("its input lies in the page", it -> true, it ->
                        it.begin(ProtectedPage.READ));
                ways.when("its output lies in the page", it -> true, it ->
                        it.begin(ProtectedPage.WRITE));
            });
            code.given(inside, lock -> lock.step("srcu_read_lock", it -> it.page.srcu.enter(0)));
            code.given(rules.keep(ProtocolRule.BLOCKS_CHECKED), asks -> asks
                    .test("looks at VTL 0's rights", it -> !it.mayTouch(), no -> {
                        unlock(no, inside);
                        no.local(it -> it.end(HvStatus.ACCESS_DENIED)).done();
                    }));
            code.step("touches the block", BlockCall::touch);
            unlock(code, inside);
            code.local(it -> it.end(HvStatus.SUCCESS));
        });
    }

    private static void unlock(Block<BlockCall> code, boolean inside) {
        code.given(inside, leaves -> leaves.step("srcu_read_unlock", it ->
                it.page.srcu.leave(0)));
    }

    private void begin(int right) {
        needs.become(right);
        tooLate.become(page.returned.isSet());
    }

    private boolean mayTouch() {
        return page.rights.has(needs.get());
    }

    private void touch() {
        boolean forbidden = page.returned.isSet() && !mayTouch();
        deputy.become(forbidden && tooLate.isSet());
        overtaken.become(forbidden && tooLate.isClear());
    }

    private void end(HvStatus told) {
        status.become(told);
        ended.raise();
        needs.clear();
        tooLate.clear();
    }

    /** VTL 0 has what it asked for. */
    boolean isDone() {
        return ended.isSet() && status.is(HvStatus.SUCCESS);
    }
}
