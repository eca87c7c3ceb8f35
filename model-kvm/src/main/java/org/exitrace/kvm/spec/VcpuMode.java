package org.exitrace.kvm.spec;

/** {@code vcpu->mode}, by which kicks and entries agree. Source: kvm_host.h (from memory). */
public enum VcpuMode {
    /** Not in the guest: it will look at its requests before it enters. */
    OUTSIDE_GUEST_MODE,
    /** In the guest, or past its last look at the requests. */
    IN_GUEST_MODE,
    /** In the guest and kicked: an interrupt is on its way that makes it leave. */
    EXITING_GUEST_MODE
}
