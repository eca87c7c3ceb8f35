package org.exitrace.vtl.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.protocol.section.GracePeriod;
import org.exitrace.vtl.protocol.section.ReadSection;
import org.exitrace.vtl.state.VtlCosts;

/**
 * kvm->srcu: what a thread of the kernel has read within it holds until it leaves.
 *
 * @param <S> such a thread
 */
public final class SrcuSection<S> {

    private final ReadSection readers;
    private final List<GracePeriod> periods = new ArrayList<>();
    private final ToIntFunction<S> index;

    /** Of threads with those names, each of which has its place among them. */
    public SrcuSection(ModelBuilder model, List<String> threads, ToIntFunction<S> index) {
        this.index = index;
        readers = new ReadSection(model.region("kvm.srcu"), threads.size());
        for (String thread : threads) {
            periods.add(readers.period(model.region(thread + ".synchronize_srcu")));
        }
    }

    /** Those who are inside. */
    public ReadSection readers() {
        return readers;
    }

    /** The thread is inside. */
    public void enter(Block<S> code) {
        code.step("srcu_read_lock", thread -> readers.enter(index.applyAsInt(thread)))
                .costs(VtlCosts.ACCESS);
    }

    /** It is outside. */
    public void leave(Block<S> code) {
        code.step("srcu_read_unlock", this::leaves).costs(VtlCosts.ACCESS);
    }

    /** It is outside, as part of a step. */
    public void leaves(S thread) {
        readers.leave(index.applyAsInt(thread));
    }

    /** Waits for all who are inside. */
    public void await(Block<S> code) {
        GracePeriod.await(code, thread -> periods.get(index.applyAsInt(thread)));
    }
}
