package org.exitrace.ghcb.spec;

import static org.exitrace.ghcb.spec.GhcbField.CPL;
import static org.exitrace.ghcb.spec.GhcbField.RAX;
import static org.exitrace.ghcb.spec.GhcbField.RBX;
import static org.exitrace.ghcb.spec.GhcbField.RCX;
import static org.exitrace.ghcb.spec.GhcbField.RDX;
import static org.exitrace.ghcb.spec.GhcbField.SW_SCRATCH;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Non-automatic exits with their {@code SW_EXITCODE}, the inputs whose valid bit each needs in any
 * case, beside the three exit fields, and the outputs that come back valid.
 *
 * <p>Source: Linux {@code arch/x86/include/uapi/asm/svm.h}, {@code sev.c} sev_es_validate_vmgexit;
 * edk2 {@code Register/Amd/Ghcb.h}; COCONUT-SVSM {@code kernel/src/sev/ghcb.rs}.
 */
public enum NaeEvent {
    /** Reads debug register 7. */
    DR7_READ(0x27L, none(), none()),
    /** Writes debug register 7. */
    DR7_WRITE(0x37L, fields(RAX), none()),
    /** Reads the time stamp. */
    RDTSC(0x6EL, none(), fields(RAX, RDX)),
    /** Reads a performance counter. */
    RDPMC(0x6FL, fields(RCX), fields(RAX, RDX)),
    /** Asks for a leaf; leaf 0xD needs XCR0 too. */
    CPUID(0x72L, fields(RAX, RCX), fields(RAX, RBX, RCX, RDX)),
    /** Drops the caches. */
    INVD(0x76L, none(), none()),
    /** Port I/O; OUT needs RAX, string I/O the scratch area. */
    IOIO(0x7BL, none(), fields(RAX)),
    /** Reads or writes an MSR; a write needs RAX and RDX. */
    MSR(0x7CL, fields(RCX), fields(RAX, RDX)),
    /** A hypercall. */
    VMMCALL(0x81L, fields(RAX, CPL), fields(RAX)),
    /** Reads time stamp and processor. */
    RDTSCP(0x87L, none(), fields(RAX, RCX, RDX)),
    /** Writes the caches back. */
    WBINVD(0x89L, none(), none()),
    /** Watches an address. */
    MONITOR(0x8AL, fields(RAX, RCX, RDX), none()),
    /** Waits for it. */
    MWAIT(0x8BL, fields(RAX, RCX), none()),
    /** Reads a device. */
    MMIO_READ(0x80000001L, fields(SW_SCRATCH), none()),
    /** Writes a device. */
    MMIO_WRITE(0x80000002L, fields(SW_SCRATCH), none()),
    /** The guest can take the next NMI. */
    NMI_COMPLETE(0x80000003L, none(), none()),
    /** Parks the AP; SW_EXITINFO2 is not 0 if and only if a SIPI released it. */
    AP_RESET_HOLD(0x80000004L, none(), none()),
    /** SW_EXITINFO1 0 stores the address of the AP jump table, 1 asks for it. */
    AP_JUMP_TABLE(0x80000005L, none(), none()),
    /** Changes the state of the pages of a list. */
    PAGE_STATE_CHANGE(0x80000010L, fields(SW_SCRATCH), none()),
    /** A message to the firmware. */
    GUEST_REQUEST(0x80000011L, none(), none()),
    /** The same with certificates. */
    EXTENDED_GUEST_REQUEST(0x80000012L, none(), none()),
    /** Creates or destroys a virtual CPU; to create needs RAX. */
    AP_CREATION(0x80000013L, none(), none()),
    /** The page of pending #HV events. */
    HV_DOORBELL_PAGE(0x80000014L, none(), none()),
    /** An IPI under restricted injection. */
    HV_IPI(0x80000015L, none(), none()),
    /** A timer under restricted injection (from memory). */
    HV_TIMER(0x80000016L, none(), none()),
    /** The list of APIC ids. */
    GET_APIC_IDS(0x80000017L, fields(RAX), fields(RAX)),
    /** Runs another VMPL. */
    RUN_VMPL(0x80000018L, none(), none()),
    /** Registers the page of a secure APIC. */
    SECURE_AVIC(0x8000001AL, fields(RAX), none()),
    /** Of COCONUT-SVSM only. */
    CONFIGURE_INTERRUPT_INJECTION(0x8000001BL, none(), none()),
    /** Of COCONUT-SVSM only. */
    DISABLE_ALTERNATE_INJECTION(0x8000001CL, none(), none()),
    /** Of COCONUT-SVSM only. */
    SPECIFIC_EOI(0x8000001DL, none(), none()),
    /** The features of the host, in SW_EXITINFO2. */
    HV_FEATURES(0x8000FFFDL, none(), none()),
    /** The guest asks to be ended. */
    TERMINATION_REQUEST(0x8000FFFEL, none(), none()),
    /** A #VC for which the guest knows no event. */
    UNSUPPORTED_EVENT(0x8000FFFFL, none(), none());

    private static final NaeEvent[] ALL = values();

    private final long code;
    private final Set<GhcbField> inputs;
    private final Set<GhcbField> outputs;

    NaeEvent(long code, Set<GhcbField> inputs, Set<GhcbField> outputs) {
        this.code = code;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    private static Set<GhcbField> none() {
        return Collections.emptySet();
    }

    private static Set<GhcbField> fields(GhcbField first, GhcbField... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** The value of {@code SW_EXITCODE}. */
    public long code() {
        return code;
    }

    /** The inputs that it needs whatever their values. */
    public Set<GhcbField> inputs() {
        return inputs;
    }

    /** The fields that come back valid. */
    public Set<GhcbField> outputs() {
        return outputs;
    }

    /** The event of that code; empty for any other. */
    public static Optional<NaeEvent> of(long code) {
        for (NaeEvent event : ALL) {
            if (event.code == code) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
