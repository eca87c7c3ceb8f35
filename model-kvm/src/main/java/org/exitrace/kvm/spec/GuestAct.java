package org.exitrace.kvm.spec;

/**
 * What a guest does that may end KVM_RUN: an intercept, a hypercall, an exit or a request of the
 * GHCB protocol. Which exit or errno comes of it is the host's affair. Names are those of the
 * interface that defines them; MSR marks requests through the GHCB MSR.
 */
public enum GuestAct {
    /** Reads or writes a port; with encrypted registers by VMGEXIT. */
    IOIO(Way.INTERCEPT),
    /** Reads or writes a device's memory; with encrypted registers by VMGEXIT. */
    MMIO(Way.INTERCEPT),
    /** Halts. */
    HLT(Way.INTERCEPT),
    /** Shuts down, for a fault that cannot be delivered. */
    TRIPLE_FAULT(Way.INTERCEPT),
    /** Reads a page of its memory, as a private or a shared one. */
    ACCESS(Way.INTERCEPT),
    /** KVM_HC_MAP_GPA_RANGE: says that a page becomes private or shared. */
    MAP_GPA_RANGE(Way.INTERCEPT),
    /** Parks until a SIPI comes. */
    AP_RESET_HOLD(Way.VMGEXIT),
    /** Asks to be ended, by the exit of that name. */
    TERM_REQUEST(Way.YOUNG_VMGEXIT),
    /** Asks to be ended, before it has a GHCB. */
    MSR_TERM_REQ(Way.VMGEXIT),
    /** Says that pages become private or shared, by the exit of that name. */
    PSC(Way.SNP_VMGEXIT),
    /** Says that a page becomes private or shared, before it has a GHCB. */
    MSR_PSC_REQ(Way.SNP_MSR),
    /** Sends the firmware a message. */
    GUEST_REQUEST(Way.SNP_VMGEXIT),
    /** Sends the firmware a message, and wants the host's certificates. */
    EXT_GUEST_REQUEST(Way.SNP_VMGEXIT);

    private final Way way;

    GuestAct(Way way) {
        this.way = way;
    }

    /** How it gets to the host. */
    public Way way() {
        return way;
    }

    /** How an act gets to the host. */
    public enum Way {
        /** An intercept that any guest has. */
        INTERCEPT,
        /** VMGEXIT, which is VMMCALL for guests without encrypted registers. */
        VMGEXIT,
        /** VMGEXIT with an exit code that KVM knows since 2024. */
        YOUNG_VMGEXIT,
        /** VMGEXIT with an exit code for SNP guests only. */
        SNP_VMGEXIT,
        /** A request through the GHCB MSR for SNP guests only. */
        SNP_MSR
    }

    /** What is wrong with what it asks. */
    public enum Flaw {
        /** Nothing. */
        NONE("none"),
        /** It comes from the guest's user space: CPL is not 0. */
        USER_MODE("user-mode"),
        /** The address is not that of a page. */
        UNALIGNED("unaligned"),
        /** There are no pages. */
        NO_PAGES("no-pages");

        private final String label;

        Flaw(String label) {
            this.label = label;
        }

        /** As scripts write it. */
        public String label() {
            return label;
        }
    }
}
