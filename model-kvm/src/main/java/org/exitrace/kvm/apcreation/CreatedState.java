package org.exitrace.kvm.apcreation;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a request to create a virtual CPU at once does to one that was never started. */
public enum CreatedState implements SwitchValue {
    /** Nothing. */
    LEFT("left",
            "a target that waits for INIT or SIPI goes on waiting, and wakes for the request again"
            + " and again",
            "sev.c sev_snp_ap_creation, x86.c vcpu_block (reading)"),
    /** It is made RUNNABLE, so that it gets as far as its requests. */
    MADE_RUNNABLE("made-runnable",
            "the requester makes a target that waits for INIT or SIPI RUNNABLE",
            "KVM: SEV: Enable SNP AP CPU hotplug, kvm list, 2 February 2026 (not merged then)"),
    /** It takes the request where it waits. */
    TAKEN_BLOCKED("taken-blocked",
            "a target that waits for INIT or SIPI takes the request where it waits",
            "our proposal");

    /** What does a request to create do to a virtual CPU that waits for INIT or SIPI? */
    public static final Switch<CreatedState> SWITCH = new Switch<>("ap-created-state",
            "What does a request to create do to a virtual CPU that waits for INIT or SIPI?",
            CreatedState.class, LEFT);

    private final Text text;

    CreatedState(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
