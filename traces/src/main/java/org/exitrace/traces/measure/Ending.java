package org.exitrace.traces.measure;

/** What happened between a guest's exit and its next entry. */
public enum Ending {

    /** The kernel did what the exit asked for; this is what handling it costs. */
    HANDLED("handled"),
    /** KVM_RUN returned, and the VMM did its part. */
    USER("user"),
    /** The guest had nothing to do; most of the time is sleep, which costs nobody anything. */
    HALTED("halted");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** As reports name it. */
    public String word() {
        return word;
    }
}
