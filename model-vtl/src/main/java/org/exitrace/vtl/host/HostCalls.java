package org.exitrace.vtl.host;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.call.TlbLocks;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;

/**
 * What hosts have in common where they answer hypercalls: the call that the caller asks for is
 * answered, and then forgotten.
 *
 * @param <S> the thread that answers
 */
public abstract class HostCalls<S> implements CallSite<S> {

    private final HostSite site;
    private Optional<TlbLocks<S>> locks = Optional.empty();

    /** Answers those of the guest of {@code site}. */
    protected HostCalls(HostSite site) {
        this.site = site;
    }

    @Override
    public final Guest guest() {
        return site.guest();
    }

    @Override
    public final Design design() {
        return site.model().design();
    }

    @Override
    public final void notice(Block<S> code, Vtl target, String request, Consumer<S> effect) {
        send(code, target, request, thread -> {
            target.isSentTo();
            effect.accept(thread);
        });
        code.local(thread -> target.wasSentTo());
    }

    /** The steps of a notice; {@code effect} is what one of them does to the local APIC. */
    protected abstract void send(
            Block<S> code, Vtl target, String request, Consumer<S> effect);

    /** As all KVM hosts keep them that tell no further steps. */
    @Override
    public TlbLocks<S> locks() {
        if (locks.isEmpty()) {
            locks = Optional.of(new LocksAtOnce<>(this, site));
        }
        return locks.orElseThrow();
    }

    /** Answers whatever the caller asks for, all in one place. */
    public final void answer(Block<S> code) {
        site.calls().select(code, this::asked, (way, call) -> call.answer(way, this));
        code.local(this::forget);
    }

    /** In the kernel: answers and lets the guest go on, or leaves KVM_RUN. */
    public final void inKernel(Block<S> code, Predicate<HvCall> isForKernel) {
        site.calls().select(code, this::asked, (way, call) -> {
            if (isForKernel.test(call)) {
                call.answer(way, this);
                way.local(this::forget).again();
            } else {
                way.leave();
            }
        });
    }

    /** In user space: answers what the kernel has left. */
    public final void inUserSpace(Block<S> code, Predicate<HvCall> isForKernel) {
        site.calls().select(code, this::asked, (way, call) -> {
            if (!isForKernel.test(call)) {
                call.answer(way, this);
            }
        });
        code.local(this::forget);
    }

    private int asked(S thread) {
        return caller(thread).call.get() - 1;
    }

    private void forget(S thread) {
        caller(thread).call.clear();
        caller(thread).exit.clear();
    }
}
