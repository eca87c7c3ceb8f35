package org.exitrace.vtl.protocol.planes;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.state.VtlCosts;

/**
 * The deliverer's side, a1 to a5 of docs/vtl.md d.7.
 *
 * @param rules what is kept of it
 * @param own the delivery of a thread
 * @param irr writes the IRR
 * @param <R> the thread that delivers
 */
public record Deliver<R>(
        ProtocolRules rules, Function<? super R, Delivery> own, Consumer<R> irr) {

    /** All of it, for the target that the delivery has. */
    public void steps(Block<R> code) {
        if (rules.keep(ProtocolRule.BIT_BEFORE_RUNNING)) {
            irrAndBit(code);
            code.when(thread -> own.apply(thread).wasTold(), told -> { }, first -> {
                readRunning(first);
                request(first);
            });
        } else {
            readRunning(code);
            irrAndBit(code);
            code.when(thread -> own.apply(thread).wasTold(), told -> { }, this::request);
        }
        code.local(thread -> own.apply(thread).end());
    }

    private void irrAndBit(Block<R> code) {
        boolean inStep = rules.keep(ProtocolRule.BIT_IN_STEP);
        code.given(inStep, locked -> locked.lock("lock", thread -> own.apply(thread).lock())
                .costs(VtlCosts.ACCESS));
        if (rules.keep(ProtocolRule.IRR_BEFORE_BIT)) {
            writeIrr(code);
            setBit(code);
        } else {
            setBit(code);
            writeIrr(code);
        }
        code.given(inStep, locked -> locked.unlock("unlock",
                thread -> own.apply(thread).lock()).costs(VtlCosts.ACCESS));
    }

    private void writeIrr(Block<R> code) {
        code.step("a1 IRR", irr)
                .costs(VtlCosts.ACCESS).given(rules.keep(ProtocolRule.KICKS_TARGET), kick -> kick
                .step("a1 kick", thread -> own.apply(thread).plane().kick()).costs(VtlCosts.KICK));
    }

    private void setBit(Block<R> code) {
        code.step("a2 test and set the bit", thread -> own.apply(thread).setBit())
                .costs(VtlCosts.ACCESS);
    }

    private void readRunning(Block<R> code) {
        code.step("a3 running_plane", thread -> own.apply(thread).readRunning())
                .costs(VtlCosts.ACCESS);
    }

    private void request(Block<R> code) {
        code.when(thread -> own.apply(thread).sawNobody(), nobody -> { }, somebody -> somebody
                .test("a4 req_exit_planes?", thread -> own.apply(thread).isWanted(), wanted -> {
                    wanted.step("a5 KVM_REQ_PLANE_INTERRUPT",
                            thread -> own.apply(thread).running().request.raise())
                                    .costs(VtlCosts.ACCESS);
                    wanted.given(rules.keep(ProtocolRule.KICKS_RUNNING), kick -> kick
                            .step("a6 kick", thread -> own.apply(thread).running().kick())
                            .costs(VtlCosts.KICK));
                }).costs(VtlCosts.ACCESS));
    }
}
