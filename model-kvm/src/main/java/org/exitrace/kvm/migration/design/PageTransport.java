package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who turns a private page into something that can be sent? */
public enum PageTransport implements SwitchValue {
    /** The PSP. */
    PSP("psp",
            "SEND_UPDATE_DATA and RECEIVE_UPDATE_DATA",
            "SEV firmware, b.2"),
    /** A handler in the guest, run by a mirror VM. */
    MIRROR_HANDLER("mirror-handler",
            "a vCPU of a mirror reads the page, which is not stopped with the guest",
            "edk2-devel RFC, confidential live migration (2021)"),
    /** A handler in the guest, run by a vCPU of its own. */
    AUXILIARY_VCPU("auxiliary-vcpu",
            "a vCPU that the guest does not know reads the page; it is stopped like"
            + " all others",
            "own reading; the alternative of the RFC (2020), from memory");

    /** Who turns a private page into something that can be sent? */
    public static final Switch<PageTransport> SWITCH = new Switch<>("page-transport",
            "Who turns a private page into something that can be sent?",
            PageTransport.class, PSP);

    private final Text text;

    PageTransport(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
