package org.exitrace.kvm.spec;

/** What an ioctl returns when it fails, negated ({@code asm-generic/errno-base.h}, errno.h). */
public enum Errno {
    /** Operation not permitted. */
    EPERM(1),
    /** A fatal signal ended a wait. */
    EINTR(4),
    /** Input or output error: the VM is dead, or the firmware refused. */
    EIO(5),
    /** Bad file descriptor. */
    EBADF(9),
    /** Try again. */
    EAGAIN(11),
    /** Out of memory. */
    ENOMEM(12),
    /** Bad address: user space memory cannot be read or written. */
    EFAULT(14),
    /** Somebody else uses it, or nothing is left. */
    EBUSY(16),
    /** It exists already. */
    EEXIST(17),
    /** Invalid argument. */
    EINVAL(22),
    /** Too many open files: the machine's bound is reached. */
    EMFILE(24),
    /** The device does not know it. */
    ENOTTY(25),
    /** The operation is not supported now. */
    EOPNOTSUPP(95);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /** Its number. */
    public int number() {
        return number;
    }
}
