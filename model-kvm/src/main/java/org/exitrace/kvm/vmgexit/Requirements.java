package org.exitrace.kvm.vmgexit;

import java.util.Optional;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;

/** Which valid bits an event needs, as {@code sev_es_validate_vmgexit} has it. */
final class Requirements {

    private static final long IN = 1;
    private static final long STRING = 4;
    private static final long XSAVE_LEAF = 0xD;

    private Requirements() {
    }

    /**
     * Whether {@code code} needs {@code field}.
     *
     * @param info1 {@code SW_EXITINFO1}
     * @param rax RAX
     */
    static boolean needs(long code, long info1, long rax, GhcbField field) {
        if (field == GhcbField.SW_EXITCODE || field == GhcbField.SW_EXITINFO1
                || field == GhcbField.SW_EXITINFO2) {
            return true;
        }
        Optional<NaeEvent> event = NaeEvent.of(code);
        if (event.isEmpty()) {
            return false;
        }
        return event.get().inputs().contains(field) || switch (event.get()) {
            case CPUID -> field == GhcbField.XCR0 && rax == XSAVE_LEAF;
            case IOIO -> (info1 & STRING) != 0 ? field == GhcbField.SW_SCRATCH
                    : (info1 & IN) == 0 && field == GhcbField.RAX;
            case MSR -> info1 != 0 && (field == GhcbField.RAX || field == GhcbField.RDX);
            case AP_CREATION -> (info1 & 0xFFFF_FFFFL) != 2 && field == GhcbField.RAX;
            default -> false;
        };
    }
}
