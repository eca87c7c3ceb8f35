package org.exitrace.ghcb.jumptable;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who tells the operating system where the jump table is. */
public enum TableSource implements SwitchValue {
    /** The host. */
    HOST("host",
            "the operating system asks the host by event 0x80000005 and looks at the alignment",
            "Linux sev core.c, SEV-ES"),
    /** The firmware, in a private page. */
    SECRETS_PAGE("secrets-page",
            "firmware has written the address into the secrets page, which is private",
            "SEV-SNP: os_area of the secrets page, 0xB0 (docs/ghcb.md e.6)");

    /** Who tells the operating system where the AP jump table is? */
    public static final Switch<TableSource> SWITCH = new Switch<>("jump-table-source",
            "Who tells the operating system where the AP jump table is?",
            TableSource.class, HOST);

    private final Text text;

    TableSource(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
