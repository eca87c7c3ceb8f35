package org.exitrace.vtl.state;

import org.exitrace.vtl.spec.AccessMask;

/** What an instruction does with a page. */
public enum Access {
    /** It reads. */
    READ(AccessMask.READ),
    /** It writes. */
    WRITE(AccessMask.WRITE),
    /** It is fetched from there, in kernel mode. */
    EXECUTE(AccessMask.KERNEL_EXECUTE),
    /** It is fetched from there, in user mode. */
    USER_EXECUTE(AccessMask.USER_EXECUTE);

    private final int right;

    Access(int right) {
        this.right = right;
    }

    /** The bit of {@link AccessMask} that allows it. */
    public int right() {
        return right;
    }
}
