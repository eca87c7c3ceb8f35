package org.exitrace.ghcb.vmsa;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** In what state the application processors of a machine begin. */
public enum ApsBegin {
    /** In the guest. */
    RUNNING,
    /** In HLT, where firmware has left them. */
    HALTED,
    /** Never started. */
    OFF,
    /** In the guest, AP n from VMSA page n. */
    CREATED;

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people write. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ApsBegin::word).toList();
    }

    /** The state of that word. */
    public static ApsBegin of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
