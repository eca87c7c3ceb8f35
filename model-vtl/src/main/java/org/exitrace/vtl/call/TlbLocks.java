package org.exitrace.vtl.call;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;

/**
 * How a host keeps TLB locks, and what they make of flush hypercalls.
 *
 * @param <S> the thread that answers
 */
public interface TlbLocks<S> {

    /**
     * Answers a flush hypercall: unless a lock is in its way it is {@code done}, and before that
     * translations go if it {@code flushes} any.
     */
    void flush(Block<S> code, boolean flushes, Consumer<Block<S>> done);

    /** The caller locks the translations of {@code vtl} of its virtual processor, or unlocks. */
    void write(Block<S> code, int vtl, boolean locked);
}
