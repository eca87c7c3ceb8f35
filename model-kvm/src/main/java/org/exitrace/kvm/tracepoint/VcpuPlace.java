package org.exitrace.kvm.tracepoint;

/** Where a vCPU's thread is. */
enum VcpuPlace {
    /** In user space, outside KVM_RUN. */
    USER,
    /** In vcpu_run, between exits and entries. */
    HOST,
    /** In the guest. */
    GUEST,
    /** On the way out of KVM_RUN. */
    LEAVING,
    /** In the handler of HLT. */
    HLT,
    /** In vcpu_block, HALTED. */
    HALTED,
    /** In kvm_vcpu_halt. */
    WAITING,
    /** Behind kvm_vcpu_halt. */
    WOKEN,
    /** In the handler of AP reset hold. */
    HOLD,
    /**
     * In kvm_vcpu_block: AP_RESET_HOLD, or not started yet. No tracepoint tells that it is entered,
     * and before 5.17 alone kvm_vcpu_wakeup that it is left.
     */
    HELD,
    /** In the handler of VMGEXIT, before it knows by which way it was asked. */
    VMGEXIT,
    /** In the handler of a request by the GHCB MSR. */
    MSR_REQUEST
}
