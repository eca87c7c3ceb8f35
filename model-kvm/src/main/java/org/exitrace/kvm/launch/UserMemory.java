package org.exitrace.kvm.launch;

/**
 * What is wrong with memory, if anything: with that which user space names, or with what the kernel
 * asks for itself.
 */
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
    NO_MEMORY("no-memory"),
    /** The kernel has no memory for the mask of CPUs that have run the guest. */
    NO_CPU_MASK("no-cpu-mask"),
    /** The kernel has no page for an SNP guest's requests. */
    NO_REQUEST_PAGE("no-request-page"),
    /** The kernel has none for what answers them. */
    NO_RESPONSE_PAGE("no-response-page");

    private final String label;

    UserMemory(String label) {
        this.label = label;
    }

    /** As people write it. */
    public String label() {
        return label;
    }
}
