package org.exitrace.kvm.mirrorvmm;

/** What befalls the VM while it has a mirror. */
public enum MirrorStory {
    /** One request. */
    REQUEST("request", "the VMM asks the mirror once, at any time after the VM has started"),
    /** Two requests, the first of which may time out. */
    TWO_REQUESTS("two-requests", "the VMM asks twice; its wait for the first may time out"),
    /** A RAM block comes. */
    PLUG("plug", "a RAM block is plugged in, and the VMM asks for a page of it"),
    /** A RAM block goes. */
    UNPLUG("unplug", "a RAM block is unplugged while the VMM may ask for a page of it"),
    /** All vCPUs are stopped, as for the last round of a migration. */
    STOP("stop", "the main VM is stopped, and the VMM asks once more"),
    /** The main VM is reset. */
    RESET("reset", "the main VM is reset while the VMM asks once"),
    /** The VM ends. */
    SHUTDOWN("shutdown", "the VM is shut down while the VMM may ask once");

    private final String label;
    private final String meaning;

    MirrorStory(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** Name as people write it. */
    public String label() {
        return label;
    }

    /** What happens, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
