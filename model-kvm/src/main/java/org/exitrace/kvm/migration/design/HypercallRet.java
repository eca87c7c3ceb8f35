package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What is in run-&gt;hypercall.ret when KVM exits? */
public enum HypercallRet implements SwitchValue {
    /** 0. */
    ZEROED("zeroed",
            "KVM writes 0 there before it exits",
            "x86.c: comment at the assignment of run->hypercall.ret"),
    /** What was there. */
    AS_LEFT("as-left",
            "the union holds what an exit before left there",
            "x86.c before the assignment; QEMU to 9.2 relies on 0"),
    /** -ENOSYS. */
    ENOSYS("enosys",
            "KVM writes -ENOSYS there before it exits",
            "x86.c: the same comment calls it the cleaner choice");

    /** What is in run-&gt;hypercall.ret when KVM exits? */
    public static final Switch<HypercallRet> SWITCH = new Switch<>("hypercall-ret",
            "What is in run->hypercall.ret when KVM exits?",
            HypercallRet.class, ZEROED);

    private final Text text;

    HypercallRet(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
