package org.exitrace.scenarios.trace;

import java.util.List;
import java.util.Map;
import org.exitrace.kvm.tracepoint.VcpuEvent;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoint;

/** From what an event says to what it is to the model. */
final class LabelReader {

    private static final long SVM_EXIT_HLT = 0x78;
    private static final long AP_HLT_LOOP = 0x8000_0004L;
    private static final long AP_CREATION = 0x8000_0013L;
    private static final long MSR_AP_RESET_HOLD = 0x006;
    private static final long MSR_CODE = 0xFFF;
    private static final int VECTORS = 256;
    private static final Map<VcpuEvent, EventRole> ROLES = Map.ofEntries(
            Map.entry(VcpuEvent.ENTRY, EventRole.ENTRY), Map.entry(VcpuEvent.EXIT, EventRole.EXIT),
            Map.entry(VcpuEvent.EXIT_HLT, EventRole.EXIT),
            Map.entry(VcpuEvent.EXIT_VMGEXIT, EventRole.EXIT),
            Map.entry(VcpuEvent.HANDLED, EventRole.HANDLED),
            Map.entry(VcpuEvent.EMULATED, EventRole.EMULATED),
            Map.entry(VcpuEvent.NESTED, EventRole.NESTED),
            Map.entry(VcpuEvent.INJECT_LAST, EventRole.INJECT),
            Map.entry(VcpuEvent.INJECT_MORE, EventRole.INJECT),
            Map.entry(VcpuEvent.INJECT_UNSURE, EventRole.INJECT),
            Map.entry(VcpuEvent.INJECT_EXCEPTION, EventRole.EXCEPTION),
            Map.entry(VcpuEvent.ACCEPT, EventRole.ACCEPT),
            Map.entry(VcpuEvent.START, EventRole.ACCEPT),
            Map.entry(VcpuEvent.HALT_POLL, EventRole.HALT_POLL),
            Map.entry(VcpuEvent.WAKEUP, EventRole.WAKEUP),
            Map.entry(VcpuEvent.USER_EXIT, EventRole.USER_EXIT),
            Map.entry(VcpuEvent.GHCB_ENTER, EventRole.GHCB_ENTER),
            Map.entry(VcpuEvent.GHCB_HLT, EventRole.GHCB_ENTER),
            Map.entry(VcpuEvent.GHCB_HOLD, EventRole.GHCB_ENTER),
            Map.entry(VcpuEvent.GHCB_EXIT, EventRole.GHCB_EXIT),
            Map.entry(VcpuEvent.MSR_ENTER, EventRole.MSR_ENTER),
            Map.entry(VcpuEvent.MSR_HOLD, EventRole.MSR_ENTER),
            Map.entry(VcpuEvent.MSR_EXIT, EventRole.MSR_EXIT),
            Map.entry(VcpuEvent.MSR_UNKNOWN, EventRole.MSR_EXIT));

    /** The tracepoints that print it. */
    static List<Tracepoint> tracepoints(VcpuEvent event) {
        return ROLES.get(event).tracepoints();
    }

    /** What {@code body} is to the model; {@code vcpu} takes note of it. */
    VcpuEvent read(EventRole role, Body body, CheckedVcpu vcpu) {
        return switch (role) {
            case ENTRY -> VcpuEvent.ENTRY;
            case EXIT -> exit(body.word("reason"), vcpu);
            case HANDLED -> VcpuEvent.HANDLED;
            case EMULATED -> VcpuEvent.EMULATED;
            case NESTED -> VcpuEvent.NESTED;
            case INJECT -> vcpu.inject((int) body.number("vector") & VECTORS - 1);
            case EXCEPTION -> VcpuEvent.INJECT_EXCEPTION;
            case HALT_POLL -> VcpuEvent.HALT_POLL;
            case WAKEUP -> {
                vcpu.woken();
                yield VcpuEvent.WAKEUP;
            }
            case USER_EXIT -> VcpuEvent.USER_EXIT;
            case GHCB_ENTER -> ghcb(body, vcpu);
            case GHCB_EXIT -> VcpuEvent.GHCB_EXIT;
            case MSR_ENTER -> asksForHold(body) ? VcpuEvent.MSR_HOLD : VcpuEvent.MSR_ENTER;
            case MSR_EXIT -> asksForHold(body) ? VcpuEvent.MSR_UNKNOWN : VcpuEvent.MSR_EXIT;
            case ACCEPT, ANYTIME -> null;
        };
    }

    private static boolean asksForHold(Body body) {
        return (body.number("ghcb_gpa") & MSR_CODE) == MSR_AP_RESET_HOLD;
    }

    /** What a vCPU accepts. */
    static VcpuEvent accepted(Body body) {
        String mode = body.word("mode");
        return mode.equals("INIT") || mode.equals("SIPI") ? VcpuEvent.START : VcpuEvent.ACCEPT;
    }

    /** Whether a guest asks by the GHCB page to create another vCPU. */
    static boolean creates(Body body) {
        return body.number("exit_reason") == AP_CREATION;
    }

    private static VcpuEvent exit(String reason, CheckedVcpu vcpu) {
        if (reason.equalsIgnoreCase("hlt") || reason.equals("idle-halt")) {
            vcpu.halt();
            return VcpuEvent.EXIT_HLT;
        }
        return reason.equals("vmgexit") ? VcpuEvent.EXIT_VMGEXIT : VcpuEvent.EXIT;
    }

    private static VcpuEvent ghcb(Body body, CheckedVcpu vcpu) {
        long reason = body.number("exit_reason");
        if (reason == SVM_EXIT_HLT) {
            vcpu.halt();
            return VcpuEvent.GHCB_HLT;
        }
        return reason == AP_HLT_LOOP ? VcpuEvent.GHCB_HOLD : VcpuEvent.GHCB_ENTER;
    }
}
