package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** In which order a host that copies a GHCB before it looks at anything copies its parts. */
public enum SnapshotOrder implements SwitchValue {
    /** What is valid by the copy was there before it: guests write a field, and then its bit. */
    BITMAP_FIRST("bitmap-first",
            "the valid bitmap, then each field that it has",
            "sev.c sev_es_sync_from_ghcb (docs/ghcb.md f.1)"),
    /** A field can become valid between its reading and that of the bitmap. */
    FIELDS_FIRST("fields-first",
            "all fields, then the valid bitmap, which says of which of them use is made",
            "made up (docs/ghcb.md f.1): no kernel does that");

    /** What does the host copy first? */
    public static final Switch<SnapshotOrder> SWITCH = new Switch<>("snapshot-order",
            "What does a host that copies the GHCB before it looks at anything copy first?",
            SnapshotOrder.class, BITMAP_FIRST);

    private final Text text;

    SnapshotOrder(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
