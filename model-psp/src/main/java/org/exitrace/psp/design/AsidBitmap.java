package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What keeps two threads from finding the same free ASID. */
public enum AsidBitmap implements SwitchValue {
    /** A mutex. */
    MUTEX("mutex",
            "a free ASID is found and marked under sev_bitmap_lock",
            "sev.c sev_asid_new; commit e3b9a9e147db of 2019"),
    /** Nothing. */
    UNLOCKED("unlocked",
            "whoever finds a free ASID marks it, and another may find it in between",
            "svm.c before commit e3b9a9e147db of 2019");

    /** What keeps two threads from finding the same free ASID? */
    public static final Switch<AsidBitmap> SWITCH = new Switch<>("asid-bitmap",
            "What keeps two threads from finding the same free ASID?",
            AsidBitmap.class, MUTEX);

    private final Text text;

    AsidBitmap(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
