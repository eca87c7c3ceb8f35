package org.exitrace.kvm.vmgexit;

import java.util.Set;
import org.exitrace.engine.routine.Block;

/**
 * What a host does for exits that belong together.
 *
 * @param <E> what tells exits apart: an event of a GHCB page, or a request of the GHCB MSR
 */
public interface ExitGroup<E> {

    /** Those that it handles. */
    Set<E> handles();

    /**
     * Writes what the host does for {@code exit}, which it has validated; where that came with a
     * page, (0, 0) stands in it already. Text that ends here lets the guest go on; who returns to
     * user space calls {@link SevEsState#leave} first.
     */
    void begin(Block<SevEsState> code, E exit);

    /**
     * Writes what the host does in the next KVM_RUN, once user space has answered in
     * {@link SevEsState#data}: {@code vcpu->arch.complete_userspace_io}.
     */
    default void complete(Block<SevEsState> code, E exit) {
    }
}
