package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.IoWord;
import org.exitrace.ghcb.spec.NaeEvent;

/** Which events KVM knows and what each needs, as {@code sev_es_validate_vmgexit} has it. */
final class Requirements {

    /** What every exit needs. */
    static final List<GhcbField> ALWAYS = List.of(GhcbField.SW_EXITCODE,
            GhcbField.SW_EXITINFO1, GhcbField.SW_EXITINFO2);

    /** What some exits need. */
    static final Set<GhcbField> SOMETIMES = EnumSet.of(GhcbField.RAX, GhcbField.RCX,
            GhcbField.RDX, GhcbField.CPL, GhcbField.XCR0, GhcbField.SW_SCRATCH);

    private static final Set<NaeEvent> UNKNOWN = EnumSet.of(NaeEvent.HV_DOORBELL_PAGE,
            NaeEvent.HV_IPI, NaeEvent.HV_TIMER, NaeEvent.GET_APIC_IDS, NaeEvent.RUN_VMPL,
            NaeEvent.SECURE_AVIC, NaeEvent.CONFIGURE_INTERRUPT_INJECTION,
            NaeEvent.DISABLE_ALTERNATE_INJECTION, NaeEvent.SPECIFIC_EOI);
    private static final Set<NaeEvent> SNP_ONLY = EnumSet.of(NaeEvent.PAGE_STATE_CHANGE,
            NaeEvent.GUEST_REQUEST, NaeEvent.EXTENDED_GUEST_REQUEST, NaeEvent.AP_CREATION);
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final long DESTROY = 2;
    private static final long IN_PAGE = (1L << GhcbPage.PAGE_BITS) - 1;

    private Requirements() {
    }

    /** Whether KVM knows an event of that code. */
    static boolean isKnown(long code) {
        return NaeEvent.of(code).filter(event -> !UNKNOWN.contains(event)).isPresent();
    }

    /** Whether it is one of SNP guests only. */
    static boolean isSnpOnly(long code) {
        return NaeEvent.of(code).filter(SNP_ONLY::contains).isPresent();
    }

    /** Whether two addresses of a guest request are such: whole pages, and not the same one. */
    static boolean areMessagePages(long one, long other) {
        return (one & IN_PAGE) == 0 && (other & IN_PAGE) == 0 && one != other;
    }

    /** Whether it is a guest request, of either form. */
    static boolean isGuestRequest(long code) {
        return code == NaeEvent.GUEST_REQUEST.code()
                || code == NaeEvent.EXTENDED_GUEST_REQUEST.code();
    }

    /**
     * Whether {@code code} needs {@code field}.
     *
     * @param info1 {@code SW_EXITINFO1}
     * @param rax RAX
     */
    static boolean needs(long code, long info1, long rax, GhcbField field) {
        if (ALWAYS.contains(field)) {
            return true;
        }
        Optional<NaeEvent> event = NaeEvent.of(code);
        if (event.isEmpty()) {
            return false;
        }
        return event.get().inputs().contains(field) || switch (event.get()) {
            case CPUID -> field == GhcbField.XCR0 && rax == CpuidLeaves.XSAVE_LEAF;
            case IOIO -> IoWord.isString(info1) ? field == GhcbField.SW_SCRATCH
                    : !IoWord.isIn(info1) && field == GhcbField.RAX;
            case MSR -> info1 != 0 && (field == GhcbField.RAX || field == GhcbField.RDX);
            case AP_CREATION -> (info1 & LOW_HALF) != DESTROY && field == GhcbField.RAX;
            default -> false;
        };
    }
}
