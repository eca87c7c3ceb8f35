package org.exitrace.vtl.protocol.inhibit;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.section.GracePeriod;

/**
 * The steps of docs/vtl.md d.8, for whoever flushes, inhibits or releases: one access each.
 *
 * @param rules what those who take part heed
 * @param own what a thread has of its own vCPU
 * @param <R> a thread
 */
public record InhibitSteps<R>(ProtocolRules rules, Function<? super R, FlushInhibit> own) {

    /** A flusher that has found {@code target} inhibited says so. */
    public void suspend(Block<R> code, ToIntFunction<R> target,
            Function<R, FlushInhibit> inhibited) {
        code.step("waiting_on = the target", it ->
                own.apply(it).waitingOn.become(target.applyAsInt(it)));
        code.step("suspended = 1", it -> own.apply(it).suspended.raise());
        code.given(rules.keep(ProtocolRule.SUSPENDED_LOOKS_AGAIN), again -> again
                .test("reads inhibit again", it -> inhibited.apply(it).isInhibited(), set -> { },
                        clear -> clear
                                .step("suspended = 0", it -> own.apply(it).suspended.clear())
                                .step("waiting_on = -1", it -> own.apply(it).waitingOn.clear())));
    }

    /** The ioctl that inhibits. */
    public void inhibit(Block<R> code) {
        code.step("inhibit = 1", it -> {
            own.apply(it).released.clear();
            own.apply(it).inhibit.raise();
        });
        code.given(rules.keep(ProtocolRule.INHIBIT_SYNCS), this::sync);
        code.local(it -> own.apply(it).held.raise());
    }

    /** The ioctl that releases, and lets each of {@code flushers} go on that waits for it. */
    public void release(Block<R> code, List<FlushInhibit> flushers) {
        code.step("inhibit = 0", it -> {
            own.apply(it).held.clear();
            own.apply(it).inhibit.clear();
        });
        code.given(rules.keep(ProtocolRule.RELEASE_SYNCS), this::sync);
        for (FlushInhibit flusher : flushers) {
            code.test("is " + flusher.name() + " suspended, and waits for this vCPU?",
                    it -> own.apply(it).isAwaitedBy(flusher), yes -> yes
                            .step("waiting_on = -1", it -> flusher.waitingOn.clear())
                            .step("suspended = 0, kicks", it -> flusher.suspended.clear()));
        }
        code.local(it -> own.apply(it).released.raise());
    }

    private void sync(Block<R> code) {
        GracePeriod.await(code, it -> own.apply(it).period);
    }
}
