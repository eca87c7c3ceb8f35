package org.exitrace.kvm.apcreation;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How long who asks for another virtual CPU's new state waits for that CPU. */
public enum RequestWait implements SwitchValue {
    /** The request has no wait flag. */
    NONE("none",
            "the request has no KVM_REQUEST_WAIT; the target is kicked, and nobody waits",
            "e366f92ea99e (2024) to 309d28576f0a (2025)"),
    /** The request has the flag, and the kick does not look at it. */
    FLAG_IGNORED("flag-ignored",
            "the request has KVM_REQUEST_WAIT, and kvm_vcpu_kick does not look at it",
            "why 309d28576f0a adds kvm_make_request_and_kick"),
    /** The kick waits until its own interrupt was taken. */
    OWN_KICK("own-kick",
            "who turns IN_GUEST_MODE into EXITING_GUEST_MODE waits for the IPI that he sends; who"
            + " finds EXITING_GUEST_MODE does not wait",
            "309d28576f0a as sent to the kvm list, 27 March 2025"),
    /** It waits for a target that is on its way out, too. */
    OUTSIDE_GUEST("outside-guest",
            "waits until the target is outside of the guest, whoever kicked it",
            "kvm_request_needs_ipi does so for requests to all; for this one our proposal"),
    /** It waits until the target has taken the request. */
    UNTIL_TAKEN("until-taken",
            "waits until the target has taken the request and has its new state",
            "our own, to show why nobody does it");

    /** How long does who creates or destroys a virtual CPU wait for it? */
    public static final Switch<RequestWait> SWITCH = new Switch<>("ap-request-wait",
            "How long does who creates or destroys a virtual CPU wait for it?",
            RequestWait.class, OWN_KICK);

    private final Text text;

    RequestWait(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
