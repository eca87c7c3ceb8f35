package org.exitrace.kvm.tracepoint;

/** What a trace shows of one vCPU, as far as it matters in which order. */
public enum VcpuEvent {
    /** The vCPU enters its guest. */
    ENTRY("kvm_entry"),
    /** The guest left for another reason than those below. */
    EXIT("kvm_exit"),
    /** The guest left by HLT, idle HLT included. */
    EXIT_HLT("kvm_exit of HLT"),
    /** The guest left by VMGEXIT. */
    EXIT_VMGEXIT("kvm_exit of VMGEXIT"),
    /** An event of somebody who handles an exit: an MSR, a port, CPUID, a page fault ... */
    HANDLED("an event of exit handling"),
    /** The host emulates an instruction. */
    EMULATED("kvm_emulate_insn"),
    /** A nested guest left. */
    NESTED("kvm_nested_vmexit"),
    /** An interrupt is injected, the last that was accepted. */
    INJECT_LAST("kvm_inj_virq"),
    /** An interrupt is injected; others were accepted. */
    INJECT_MORE("kvm_inj_virq with others pending"),
    /** An interrupt is injected; nobody knows of others. */
    INJECT_UNSURE("kvm_inj_virq, perhaps with others pending"),
    /** An exception is injected. */
    INJECT_EXCEPTION("kvm_inj_exception"),
    /** The local APIC accepts an interrupt. */
    ACCEPT("kvm_apic_accept_irq"),
    /** The local APIC accepts INIT or SIPI, or another vCPU creates this one. */
    START("kvm_apic_accept_irq of INIT or SIPI"),
    /** For how long a halt is polled changes. */
    HALT_POLL("kvm_halt_poll_ns"),
    /** A halt ends. */
    WAKEUP("kvm_vcpu_wakeup"),
    /** KVM_RUN returns. */
    USER_EXIT("kvm_userspace_exit"),
    /** A request by the GHCB page begins. */
    GHCB_ENTER("kvm_vmgexit_enter"),
    /** HLT by the GHCB page. */
    GHCB_HLT("kvm_vmgexit_enter of HLT"),
    /** AP reset hold by the GHCB page. */
    GHCB_HOLD("kvm_vmgexit_enter of AP reset hold"),
    /** A request by the GHCB page ends. */
    GHCB_EXIT("kvm_vmgexit_exit"),
    /** A request by the GHCB MSR begins. */
    MSR_ENTER("kvm_vmgexit_msr_protocol_enter"),
    /** AP reset hold by the GHCB MSR. */
    MSR_HOLD("kvm_vmgexit_msr_protocol_enter of AP reset hold"),
    /** A request by the GHCB MSR ends. */
    MSR_EXIT("kvm_vmgexit_msr_protocol_exit"),
    /** A request by the GHCB MSR ends that the host does not know: the MSR is as it was. */
    MSR_UNKNOWN("kvm_vmgexit_msr_protocol_exit of a request that the host does not know");

    private final String text;

    VcpuEvent(String text) {
        this.text = text;
    }

    /** The name of its step. */
    @Override
    public String toString() {
        return text;
    }
}
