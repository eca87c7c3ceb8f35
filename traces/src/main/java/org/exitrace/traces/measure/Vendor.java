package org.exitrace.traces.measure;

/** Whose processors name exits so. */
public enum Vendor {
    /** VMX: reasons in capital letters. */
    INTEL("Intel (VMX)"),
    /** SVM: reasons in small letters, or with EXIT_ before them where trace-cmd names them. */
    AMD("AMD (SVM)"),
    /** No exit was seen whose reason has a name. */
    UNKNOWN("unknown");

    private final String told;

    Vendor(String told) {
        this.told = told;
    }

    /** As reports name it. */
    public String told() {
        return told;
    }

    /** Whose processor a platform is that is described in words. */
    public static Vendor ofPlatform(String words) {
        boolean isAmd = words.matches("(?s).*\\b(AMD|EPYC)\\b.*");
        boolean isIntel = words.matches("(?s).*\\b(Intel|Xeon)\\b.*");
        return isAmd == isIntel ? UNKNOWN : isAmd ? AMD : INTEL;
    }

    /** Whether both are known, and are not the same. */
    public boolean differs(Vendor other) {
        return this != UNKNOWN && other != UNKNOWN && this != other;
    }

    /** Whose processors name an exit {@code reason}; a number tells nothing. */
    public static Vendor of(String reason) {
        if (reason.startsWith("0x") || reason.startsWith("UNKNOWN")) {
            return UNKNOWN;
        }
        boolean isSmall = reason.chars().anyMatch(each -> each >= 'a' && each <= 'z');
        return isSmall || reason.startsWith("EXIT_") ? AMD : INTEL;
    }
}
