package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What KVM does at a SIPI to a vCPU whose registers are encrypted. */
public enum SipiHook implements SwitchValue {
    /** Sets CS:IP as without SEV-ES, which an encrypted VMSA does not notice; no hold. */
    REGISTER_WRITES("register-writes",
            "CS:IP are set from the vector, to no effect on an encrypted VMSA, and AP "
            + "reset hold is an unknown exit",
            "before 647daca25d24 (December 2020)"),
    /** A boolean that a hold raises; the halted state is used for the hold. */
    V5_FLAG("v5-flag",
            "a boolean ap_hlt_loop that only a SIPI clears, and KVM_MP_STATE_HALTED "
            + "for the hold",
            "kvm list, 10 December 2020, v5 of the series that boots APs of an SEV-ES "
            + "guest"),
    /** Every SIPI but the first writes through the GHCB pointer. */
    UNCHECKED_GHCB("unchecked-ghcb",
            "each SIPI but the first writes SW_EXITINFO2 through the GHCB pointer, "
            + "mapped or not",
            "647daca25d24, v5.11 to v5.12.4"),
    /** Writes only if a GHCB is mapped. */
    GHCB_CHECK("ghcb-check",
            "each SIPI but the first writes SW_EXITINFO2 if a GHCB is mapped, and is "
            + "ignored otherwise",
            "a3ba26ecfb56"),
    /** Writes where the hold was asked for; knows the MSR form. */
    HOLD_TYPE("hold-type",
            "each SIPI but the first answers a hold in the form in which it was asked "
            + "for, and is ignored otherwise",
            "sev.c with ap_reset_hold_type, both profiles read"),
    /** Keeps a SIPI that finds no hold, and answers the next hold with it. */
    LATCHED("latched",
            "as hold-type, and a SIPI that finds no hold is kept and answers the next "
            + "one at once",
            "proposal of Exitrace, in no kernel");

    /** What does KVM do at a SIPI to an SEV-ES vCPU? */
    public static final Switch<SipiHook> SWITCH = new Switch<>("sipi-hook",
            "What does KVM do at a SIPI to an SEV-ES vCPU?",
            SipiHook.class, HOLD_TYPE);

    private final Text text;

    SipiHook(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** Whether a hold by MSR 0x006 is known too. */
    public boolean knowsMsrForm() {
        return this == HOLD_TYPE || this == LATCHED;
    }

    @Override
    public Text text() {
        return text;
    }
}
