package org.exitrace.traces.measure;

import java.util.Map;
import java.util.Set;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;

/** Reasons of exits, and what the guest asked for where all of them are named vmgexit. */
final class ExitReasons {

    /** Behind these the kernel waits for something to happen to the guest. */
    private static final Set<String> HALTS = Set.of("hlt", "idle-halt", "HLT", "EXIT_HLT",
            "vmgexit hlt", "vmgexit ap_hlt_loop", "vmgexit msr-protocol 006");

    /** Exit codes that guests put into their GHCB (uapi/asm/svm.h, GHCB specification 4.1). */
    private static final Map<Long, String> CODES = Map.ofEntries(
            Map.entry(0x27L, "read_dr7"), Map.entry(0x37L, "write_dr7"),
            Map.entry(0x6eL, "rdtsc"), Map.entry(0x6fL, "rdpmc"), Map.entry(0x72L, "cpuid"),
            Map.entry(0x76L, "invd"), Map.entry(0x78L, "hlt"), Map.entry(0x7bL, "io"),
            Map.entry(0x7cL, "msr"), Map.entry(0x81L, "hypercall"), Map.entry(0x87L, "rdtscp"),
            Map.entry(0x89L, "wbinvd"), Map.entry(0x8aL, "monitor"), Map.entry(0x8bL, "mwait"),
            Map.entry(0x80000001L, "mmio_read"), Map.entry(0x80000002L, "mmio_write"),
            Map.entry(0x80000003L, "nmi_complete"), Map.entry(0x80000004L, "ap_hlt_loop"),
            Map.entry(0x80000005L, "ap_jump_table"),
            Map.entry(0x80000010L, "page_state_change"),
            Map.entry(0x80000011L, "guest_request"),
            Map.entry(0x80000012L, "ext_guest_request"), Map.entry(0x80000013L, "ap_creation"),
            Map.entry(0x80000014L, "hv_doorbell_page"), Map.entry(0x80000015L, "hv_ipi"),
            Map.entry(0x80000017L, "get_apic_ids"), Map.entry(0x80000018L, "run_vmpl"),
            Map.entry(0x8000fffdL, "hypervisor_feature"),
            Map.entry(0x8000fffeL, "term_request"));

    private static final int MSR_INFO_BITS = 0xfff;

    private ExitReasons() {
    }

    static boolean isHalt(String reason) {
        return HALTS.contains(reason);
    }

    /** What {@code body}, the beginning of a request by GHCB, says of the exit before it. */
    static String refined(Body body) {
        Tracepoint tracepoint = body.tracepoint();
        if (tracepoint == Tracepoints.VMGEXIT_ENTER) {
            long code = body.number("exit_reason");
            return "vmgexit " + CODES.getOrDefault(code, "0x" + Long.toHexString(code));
        }
        return String.format("vmgexit msr-protocol %03x",
                body.number("ghcb_gpa") & MSR_INFO_BITS);
    }
}
