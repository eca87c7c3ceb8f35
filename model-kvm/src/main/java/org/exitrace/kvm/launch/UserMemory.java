package org.exitrace.kvm.launch;

/** What is wrong with the memory that user space names, if anything. */
public enum UserMemory {
    /** All of it can be read and written. */
    FINE("fine"),
    /** The argument of the ioctl is a null pointer. */
    NO_ARGUMENT("no-argument"),
    /** The argument of the ioctl cannot be read. */
    UNREADABLE_ARGUMENT("unreadable-argument"),
    /** The argument of the ioctl cannot be written. */
    READ_ONLY_ARGUMENT("read-only-argument"),
    /** The parameters of the sub-command cannot be read. */
    UNREADABLE("unreadable"),
    /** The parameters of the sub-command cannot be written. */
    READ_ONLY("read-only"),
    /** A blob is a null pointer, has no length or is too long. */
    BAD_BLOB("bad-blob"),
    /** A blob cannot be read. */
    UNREADABLE_BLOB("unreadable-blob"),
    /** The kernel has no memory for what it must copy. */
    NO_MEMORY("no-memory");

    private final String label;

    UserMemory(String label) {
        this.label = label;
    }

    /** As people write it. */
    public String label() {
        return label;
    }
}
