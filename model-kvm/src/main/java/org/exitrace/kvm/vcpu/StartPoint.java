package org.exitrace.kvm.vcpu;

/** Where a virtual CPU begins, or would. */
public enum StartPoint {
    /** It has not begun. */
    NOWHERE,
    /** CS:IP of its VMSA as they were measured when the guest was launched. */
    MEASURED,
    /** The reset vector, to which an INIT sets the host's copy. */
    RESET,
    /** The vector of a SIPI. */
    VECTOR
}
