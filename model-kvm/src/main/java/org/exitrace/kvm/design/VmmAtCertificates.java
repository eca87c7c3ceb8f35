package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a VMM does that is asked for certificates. */
public enum VmmAtCertificates implements SwitchValue {
    /** It gives them. */
    GIVES("gives",
            "the VMM writes its two pages, or answers ENOSPC where they do not fit",
            "docs/kvm-host.md a.2"),
    /** It is busy at first. */
    BUSY_ONCE("busy-once",
            "the VMM answers EAGAIN, and gives its certificates the next time",
            "docs/kvm-host.md a.2"),
    /** It is always busy. */
    BUSY("busy",
            "the VMM answers EAGAIN each time",
            "docs/kvm-host.md a.2"),
    /** It has none. */
    FAILS("fails",
            "the VMM answers EIO",
            "docs/kvm-host.md a.2"),
    /** It answers nonsense. */
    ANSWERS_NONSENSE("answers-nonsense",
            "the VMM answers what is none of 0, ENOSPC, EAGAIN and EIO",
            "docs/kvm-host.md a.2");

    /** What does a VMM answer that is asked for certificates? */
    public static final Switch<VmmAtCertificates> SWITCH = new Switch<>("vmm-at-certificates",
            "What does a VMM answer that is asked for certificates?",
            VmmAtCertificates.class, GIVES);

    private final Text text;

    VmmAtCertificates(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
