package org.exitrace.kvm.rmp;

import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Block;

/** How the host takes a page from which virtual CPUs may run: one page at a time. */
public interface PageTaking {

    /** Whether nobody else takes a page at this moment. */
    boolean mayBegin();

    /** Begins with guest page {@code gfn}. */
    void begin(int gfn);

    /**
     * What follows.
     *
     * @param waiter who waits until virtual CPUs are outside: the number of the virtual CPU whose
     *     thread it is, or one more than the last
     */
    <T> void finish(Block<T> code, ToIntFunction<T> waiter);
}
