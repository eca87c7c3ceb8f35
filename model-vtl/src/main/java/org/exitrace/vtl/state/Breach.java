package org.exitrace.vtl.state;

/** What hosts break of what they owe to a guest; a ghost flag of its owner tells each. */
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
            + " returned waited already", "that VTL is entered again at once"),
    /** Where a VTL goes on. */
    CALLED_AGAIN("I-19", "a VTL goes on at its VTL call once more though that has returned",
            "the instruction was carried out"),
    /** A delivery. */
    DELIVERED_TWICE("I-29", "an interrupt was delivered, and is requested still",
            "an edge comes once for each request"),
    /** No reason. */
    RISEN("I-12", "a VTL is entered from below though nothing is there that enters it",
            "a VTL call, an interrupt, an intercept or a start does, and nothing else"),
    /** A walk. */
    WRONG_WALK("I-53", "a translation succeeds by another CR3 than its VTL has",
            "what it gives is no page of that VTL"),
    /** What VsmVpStatus says. */
    ACTIVE_MISTOLD("I-03-status", "VsmVpStatus tells of another VTL than the active one",
            "whoever asks acts on it", Owner.PARTITION),
    /** A set of VTLs has shrunk. */
    SHRUNK("I-04", "a VTL is not enabled any more, or still is behind a reset",
            "a reset of the partition disables all but VTL0, and nothing else does",
            Owner.PARTITION),
    /** Enabled twice on the partition. */
    ENABLED_TWICE("I-06", "a VTL is enabled on the partition, and was already",
            "of two who ask at once, one succeeds", Owner.PARTITION),
    /** Enabled twice on a virtual processor. */
    ENABLED_ON_VP_TWICE("I-07", "a VTL is enabled on a virtual processor, and was already",
            "the second initial context would replace what runs there", Owner.PARTITION),
    /** Enabling has changed more. */
    MORE_THAN_ENABLED("I-08", "enabling a VTL on a virtual processor changes which VTL is active,"
            + " or private registers of another VTL", "whoever runs there goes on with them",
            Owner.PARTITION),
    /** Protections were given up. */
    UNFROZEN("I-09", "EnableVtlProtection is cleared, or the default mask changes while it is set",
            "what a VTL has protected stays so until a reset", Owner.PARTITION),
    /** A list. */
    MISREPORTED("I-10", "a list that is refused has changed other pages than it reports",
            "the caller goes on behind those", Owner.PARTITION),
    /** Started in spite of DenyLowerVtlStartup. */
    STARTED_IN_SPITE("I-31", "a lower VTL starts a virtual processor although a higher one denies"
            + " that", "code of the lower VTL would run where the higher one does not watch",
            Owner.PARTITION),
    /** Started twice. */
    STARTED_TWICE("I-33", "a virtual processor is started that has been started, or never gets to"
            + " know what it was asked",
            "each start that succeeds is carried out once", Owner.PARTITION),
    /** Who narrows whom. */
    NARROWED_ITSELF("I-34", "a VTL decides what itself or a higher one may do with pages",
            "protections point downward", Owner.PARTITION),
    /** A secret. */
    READ_BEHIND_RESET("I-44", "VTL0 may read behind a reset what it could not read before",
            "with ZeroMemoryOnReset nothing is left of what was protected", Owner.PARTITION),
    /** A VTL was asked about one above it, and answered. */
    TOLD_BELOW("I-46", "a VTL reads or writes a register of a higher one",
            "what is above it is none of its business", Owner.PARTITION),
    /** A register that says how things are was written. */
    STATUS_WRITTEN("I-48", "a register is written that says what the hypervisor has done",
            "a VTL would believe what nobody has done", Owner.PARTITION),
    /** A list. */
    DONE_TWICE("I-49", "a list does the same page twice", "it may never come to its end",
            Owner.PARTITION),
    /** A local APIC is not one of several, or not one of its own. */
    APIC_OF_OTHERS("I-68", "the local APICs of one virtual processor have different ids, or one is"
            + " enabled or disabled with another", "who names a processor by an id names the same"
            + " one in each VTL, and its local APICs are each VTL's own", Owner.PARTITION),
    /** A status that is not admitted. */
    WRONG_STATUS("I-50", "a hypercall gives a status that the published text does not admit there",
            "a guest can rely on no more than what is published", Owner.PARTITION),
    /** The host. */
    HOST_FAULT("host-fault", "the host itself faults on what a guest hands it",
            "one guest takes all others with it", Owner.PARTITION),
    /** Others came between. */
    NOT_ONE("I-67", "a hypercall does what its own checks would refuse by then",
            "what is checked of the partition and what follows from it are one", Owner.PARTITION);

    private enum Owner { VP, PARTITION }

    private final String id;
    private final String sentence;
    private final String reason;
    private final Owner owner;

    Breach(String id, String sentence, String reason) {
        this(id, sentence, reason, Owner.VP);
    }

    Breach(String id, String sentence, String reason, Owner owner) {
        this.id = id;
        this.sentence = sentence;
        this.reason = reason;
        this.owner = owner;
    }

    /** Whether it is the partition that tells; else a virtual processor. */
    public boolean isOfPartition() {
        return owner == Owner.PARTITION;
    }

    /** The id of the invariant, as docs/vtl.md g has it. */
    public String id() {
        return id;
    }

    /** Where it is told. */
    public String source() {
        return this == HOST_FAULT ? "docs/vtl.md f B44" : "docs/vtl.md " + id;
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
