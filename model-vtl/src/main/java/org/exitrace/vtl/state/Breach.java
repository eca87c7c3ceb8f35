package org.exitrace.vtl.state;

/** What hosts break of what they owe to a virtual processor; a ghost flag of it tells each. */
public enum Breach {
    /** A lower VTL retired an instruction although it had to stop. */
    OVERTAKEN("I-23", "a VTL goes on although an interrupt waits that belongs to a higher one"
            + " and is not masked there",
            "the second of the four rules: interrupts of a privileged VTL go first"),
    /** An instruction, or who sent it, chose other local APICs. */
    STRAYED("I-26", "an ICR write reaches the local APIC of another VTL, or not all that it names",
            "the third of the four rules: a local APIC reaches its own VTL only"),
    /** A register was read or written beside its VTL. */
    STALE("I-47", "a register of another VTL is read or written while that VTL executes, or gives"
            + " what the VTL does not have",
            "the fourth of the four rules: what a privileged VTL reads is current"),
    /** A call or a return led elsewhere. */
    WRONG_TARGET("I-13", "a VTL call leads to another than the next enabled VTL above, or a return"
            + " to another than the next below", "who is skipped cannot protect itself"),
    /** No #UD. */
    NO_EXCEPTION("I-14", "a VTL call or return that has nowhere to lead changes something",
            "it raises #UD, and that is all"),
    /** A shared register differs on both sides of a switch. */
    TORN("I-16", "a switch changes a register that the VTLs share",
            "they are one register, not two"),
    /** RAX and RCX behind a return. */
    RAX("I-17", "a VTL return leaves RAX and RCX as its control bit 0 does not say",
            "the lower VTL goes on with the values of another"),
    /** EntryReason. */
    REASON("I-18", "EntryReason does not tell why the VTL was entered",
            "the VTL answers a call that nobody made, or leaves one unanswered"),
    /** An entry for nothing. */
    MASKED("I-24", "a VTL is entered for an interrupt, and none waits that its priority lets pass",
            "a lower VTL would lose its time to what is masked"),
    /** A VTL between the active one and the one that had to come. */
    NOT_HIGHEST("I-25", "a VTL is entered for an interrupt although one waits for a VTL above it",
            "of several the highest VTL is entered"),
    /** An interrupt came to a VTL that is not active. */
    BELOW("I-27", "an interrupt is delivered to a VTL while a higher one is active",
            "the local APIC of a VTL is at work only while its VTL is"),
    /** A return was final. */
    NOT_BACK("I-30", "a VTL below goes on after a return although an interrupt of the VTL that"
            + " returned waited already", "that VTL is entered again at once");

    private final String id;
    private final String sentence;
    private final String reason;

    Breach(String id, String sentence, String reason) {
        this.id = id;
        this.sentence = sentence;
        this.reason = reason;
    }

    /** The id of the invariant, as docs/vtl.md g has it. */
    public String id() {
        return id;
    }

    /** What never happens. */
    public String sentence() {
        return sentence;
    }

    /** Why it shall not. */
    public String because() {
        return reason;
    }
}
