package org.exitrace.ghcb.svsm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which part of a host with an SVSM is hostile. */
public enum HostilePart {
    /** All of it. */
    ANY,
    /** It runs another VMPL than is due. */
    VMPL,
    /** It injects #HV without an event, or forgets to. */
    HV,
    /** It writes into the #HV page. */
    PAGE;

    /** Their words in scenarios. */
    public static List<String> words() {
        return Arrays.stream(values()).map(HostilePart::word).toList();
    }

    /** The part of that word. */
    public static HostilePart of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether a host of this kind does what {@code part} does. */
    boolean has(HostilePart part) {
        return this == ANY || this == part;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
