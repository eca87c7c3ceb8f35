package org.exitrace.traces.read;

import java.util.List;

/**
 * How traces of KVM on other processors show themselves: by tracepoints that x86 lacks, or by what
 * the shared ones print (arch/&lt;name&gt;/kvm/trace*.h of Linux).
 */
enum Architecture {
    ARM64("arm64", List.of("kvm_guest_fault", "kvm_arm_", "kvm_wfx_arm64", "kvm_hvc_arm64",
            "kvm_sys_access", "kvm_inject_", "vgic_", "kvm_timer_", "kvm_get_timer_map",
            "kvm_irq_line", "kvm_handle_sys_reg", "kvm_access_fault", "trap_reg", "kvm_forward_",
            "kvm_set_guest_debug", "kvm_toggle_cache", "kvm_set_way_flush"),
            List.of("TRAP: HSR_EC", "IRQ: HSR_EC", "HYP_GONE", "EL1_SERROR")),
    S390("s390", List.of("kvm_s390_"), List.of()),
    POWER("PowerPC", List.of("kvm_book3s_", "kvm_ppc_", "kvm_guest_enter",
            "kvm_guest_exit", "kvm_hcall_", "kvmppc_", "kvm_vcore_", "kvm_unmap_hva_ppc",
            "kvm_booke_"), List.of("exit=")),
    RISCV("RISC-V", List.of("kvm_riscv_"), List.of("SEPC:")),
    LOONGARCH("LoongArch or MIPS", List.of("kvm_enter", "kvm_reenter", "kvm_out", "kvm_aux",
            "kvm_asid_change", "kvm_guestid_change", "kvm_vpid_change", "kvm_exit_"),
            List.of("[")),
    ARM_OR_RISCV("arm64 or RISC-V", List.of(), List.of("PC: 0x"));

    private final String spoken;
    private final List<String> names;
    private final List<String> bodies;

    Architecture(String spoken, List<String> names, List<String> bodies) {
        this.spoken = spoken;
        this.names = names;
        this.bodies = bodies;
    }

    /** Refuses a trace that has an event of that name, which x86 does not know. */
    static void refuseName(String name, long line) {
        for (Architecture each : values()) {
            if (each.names.stream().anyMatch(name::startsWith)) {
                throw refusal(each, name, line);
            }
        }
    }

    /** Refuses a trace whose {@code name}, an entry or an exit, says {@code body}. */
    static void refuseBody(String name, String body, long line) {
        for (Architecture each : values()) {
            if (each.bodies.stream().anyMatch(body::startsWith)) {
                throw refusal(each, name, line);
            }
        }
    }

    private static UnusableTraceException refusal(Architecture each, String name, long line) {
        return new UnusableTraceException("line " + line + ": " + name + " is what KVM says on "
                + each.spoken + "; only traces of x86 hosts can be read");
    }
}
