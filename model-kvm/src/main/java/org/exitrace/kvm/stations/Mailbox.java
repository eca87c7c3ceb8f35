package org.exitrace.kvm.stations;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who waits for the firmware's mailbox. */
public enum Mailbox implements SwitchValue {
    /** Each waits for his turn. */
    LOCKED("locked",
            "whoever finds it in use waits: one mailbox, one mutex, one command at "
            + "a time",
            "Linux drivers/crypto/ccp/sev-dev.c, sev_cmd_mutex"),
    /** Each waits, for ever. */
    KEPT("kept",
            "whoever finds it in use waits, but nobody gives it back behind his command",
            "our own, to show a way out that forgets the mutex"),
    /** Nobody. */
    OPEN("open",
            "nobody does",
            "our own, to show what the mutex is for");

    /** Who waits for the firmware's mailbox? */
    public static final Switch<Mailbox> SWITCH = new Switch<>("mailbox",
            "Who waits for the firmware's mailbox?", Mailbox.class, LOCKED);

    private final Text text;

    Mailbox(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
