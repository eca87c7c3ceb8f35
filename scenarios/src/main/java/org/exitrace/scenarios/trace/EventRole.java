package org.exitrace.scenarios.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;

/** What a tracepoint is to the loop of KVM_RUN. */
enum EventRole {
    ENTRY(Tracepoints.ENTRY), EXIT(Tracepoints.EXIT), WAKEUP(Tracepoints.VCPU_WAKEUP),
    USER_EXIT(Tracepoints.USERSPACE_EXIT), GHCB_ENTER(Tracepoints.VMGEXIT_ENTER),
    GHCB_EXIT(Tracepoints.VMGEXIT_EXIT), MSR_ENTER(Tracepoints.MSR_PROTOCOL_ENTER),
    MSR_EXIT(Tracepoints.MSR_PROTOCOL_EXIT), ACCEPT(Tracepoints.APIC_ACCEPT_IRQ),
    INJECT("kvm_inj_virq"), EXCEPTION("kvm_inj_exception"), HALT_POLL("kvm_halt_poll_ns"),
    EMULATED("kvm_emulate_insn"), NESTED("kvm_nested_vmexit"),
    /** Printed by who handles an exit of this vCPU, and at no other time. */
    HANDLED("kvm_hypercall", "kvm_hv_hypercall", "kvm_hv_hypercall_done", "kvm_xen_hypercall",
            "kvm_pio", "kvm_fast_mmio", "kvm_mmio", "kvm_cpuid", "kvm_msr", "kvm_cr", "kvm_apic",
            "kvm_apic_ipi", "kvm_page_fault", "kvm_rmp_fault", "kvm_invlpga", "kvm_skinit",
            "kvm_nested_vmrun", "kvm_nested_vmenter", "kvm_nested_vmexit_inject",
            "kvm_nested_intr_vmexit", "kvm_nested_intercepts", "vcpu_match_mmio",
            "kvm_hv_send_ipi", "kvm_hv_send_ipi_ex", "kvm_hv_flush_tlb", "kvm_hv_flush_tlb_ex",
            "kvm_avic_incomplete_ipi", "kvm_avic_unaccelerated_access", "kvm_ple_window_update",
            "kvm_pml_full"),
    /** Printed by anybody at any time: it says nothing of where a vCPU is. */
    ANYTIME;

    private static final Map<Tracepoint, EventRole> BY_TRACEPOINT = new LinkedHashMap<>();

    static {
        for (EventRole role : values()) {
            role.tracepoints.forEach(tracepoint -> BY_TRACEPOINT.put(tracepoint, role));
        }
    }

    private final List<Tracepoint> tracepoints;

    EventRole(Tracepoint tracepoint) {
        tracepoints = List.of(tracepoint);
    }

    EventRole(String... names) {
        tracepoints = java.util.Arrays.stream(names).map(Tracepoints::of).toList();
    }

    /** What {@code tracepoint} is; one that the table does not know is printed at any time. */
    static EventRole of(Tracepoint tracepoint) {
        return BY_TRACEPOINT.getOrDefault(tracepoint, ANYTIME);
    }

    /** The vCPU's own number as {@code body} tells it; -1 where it does not. */
    int number(Body body) {
        return switch (this) {
            case ENTRY, EXIT, HALT_POLL, GHCB_ENTER, GHCB_EXIT, MSR_ENTER, MSR_EXIT ->
                (int) body.number("vcpu", -1);
            default -> -1;
        };
    }

    /** The tracepoints of this role. */
    List<Tracepoint> tracepoints() {
        return tracepoints;
    }
}
