package org.exitrace.kvm.run;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.vcpu.Vcpu;

/** How a host handles exits through GHCB pages that are modelled whole. */
public interface GhcbExits {

    /** {@code sev_handle_vmgexit}, up to the return to user space or to the next entry. */
    Routine<Vcpu> handle();

    /** Whether the exit is one for user space: KVM_RUN returns. */
    boolean hasReturned(Vcpu vcpu);

    /** {@code complete_userspace_io}: what KVM_RUN begins with, where user space has answered. */
    Routine<Vcpu> complete();

    /** {@code sev_es_unmap_ghcb}: what is written into the page before the guest is entered. */
    Routine<Vcpu> unmap();
}
