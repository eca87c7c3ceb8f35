package org.exitrace.vtl.protocol.planes;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.state.VtlCosts;

/**
 * The runner's side of KVM_RUN around the guest of one plane, b1 to d3 of docs/vtl.md d.7.
 *
 * @param rules what is kept of it
 * @param <R> the thread that runs planes
 */
public record RunPlane<R extends PlaneThread>(ProtocolRules rules) {

    /** b1 to b4. */
    public void enter(Block<R> code) {
        if (rules.keep(ProtocolRule.EXITS_BEFORE_BITS)) {
            requestExits(code);
        }
        if (rules.keep(ProtocolRule.RUNNING_BEFORE_BITS)) {
            publish(code);
            fetchBits(code);
        } else {
            fetchBits(code);
            publish(code);
        }
        if (!rules.keep(ProtocolRule.EXITS_BEFORE_BITS)) {
            requestExits(code);
        }
        code.when(thread -> (thread.seen.get() & thread.notice().reqExit.get()) != 0, hit -> hit
                .local(thread -> thread.seen.clear())
                .step("b4 requests an exit of itself", thread -> thread.own().request.raise())
                .costs(VtlCosts.ACCESS),
                none -> none.local(thread -> thread.seen.clear()));
    }

    private void requestExits(Block<R> code) {
        code.step("b1 req_exit_planes", thread -> {
            thread.entersKernel();
            thread.notice().reqExit.become(thread.wanted());
        }).costs(VtlCosts.ACCESS);
    }

    private void publish(Block<R> code) {
        code.step("b2 running_plane", thread -> {
            thread.entersKernel();
            thread.notice().running.become(thread.plane.get());
        }).costs(VtlCosts.ACCESS);
    }

    private void fetchBits(Block<R> code) {
        code.step("b3 fetches irr_pending, clears its own bit", thread -> {
            thread.entersKernel();
            thread.seen.become(thread.notice().pending.get());
            thread.notice().pending.remove(thread.plane.get());
        }).costs(VtlCosts.ACCESS);
    }

    /** c1 and c2; goes on with {@code event} for a PLANE_EVENT. */
    public void look(Block<R> loop, Consumer<Block<R>> event) {
        loop.test("c1 request?", thread -> thread.own().request.testAndClear(), yes -> {
            yes.step("c2 irr_pending and req_exit_planes", thread -> thread.seen.become(
                    thread.notice().pending.get() & thread.notice().reqExit.get()))
                            .costs(VtlCosts.ACCESS);
            yes.given(rules.keep(ProtocolRule.EVENT_CHECKED), checked -> checked
                    .when(thread -> !thread.seen.isEmpty(), some -> some
                            .step("IRRs of those planes?", thread -> thread.seen.become(
                                    thread.notice().withInterrupts(thread.seen.get())))
                                            .costs(VtlCosts.ACCESS)));
            yes.when(thread -> !thread.seen.isEmpty(), event);
        }).costs(VtlCosts.ACCESS);
    }

    /** d1 to d3. */
    public void exit(Block<R> code) {
        boolean inStep = rules.keep(ProtocolRule.BIT_IN_STEP);
        boolean leftFirst = rules.keep(ProtocolRule.LEFT_BEFORE_CLEARED);
        code.given(leftFirst, this::leave);
        code.given(inStep, locked -> locked.lock("lock", thread -> thread.notice().lock)
                .costs(VtlCosts.ACCESS));
        if (!rules.keep(ProtocolRule.LOOKS_AGAIN)) {
            clear(code);
        } else if (!rules.keep(ProtocolRule.NONE_IS_NONE)) {
            clear(code);
            setAgain(code);
        } else if (rules.keep(ProtocolRule.CLEARED_BEFORE_LOOK)) {
            clear(code);
            code.test("d3 IRR of its plane?", thread -> !thread.own().irr.isEmpty(),
                    this::setAgain).costs(VtlCosts.ACCESS);
        } else {
            code.test("d3 IRR of its plane?", thread -> !thread.own().irr.isEmpty(),
                    yes -> { }, this::clear).costs(VtlCosts.ACCESS);
        }
        code.given(inStep, locked -> locked.unlock("unlock", thread -> thread.notice().lock)
                .costs(VtlCosts.ACCESS));
        code.given(!leftFirst, this::leave);
    }

    private void leave(Block<R> code) {
        code.step("d1 running_plane = NULL", thread -> thread.notice().running.clear())
                .costs(VtlCosts.ACCESS);
    }

    private void clear(Block<R> code) {
        code.step("d2 clears its own bit", thread ->
                thread.notice().pending.remove(thread.plane.get())).costs(VtlCosts.ACCESS);
    }

    private void setAgain(Block<R> code) {
        code.step("d3 sets its own bit", thread ->
                thread.notice().pending.add(thread.plane.get())).costs(VtlCosts.ACCESS);
    }
}
