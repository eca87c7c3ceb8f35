package org.exitrace.kvm.enter;

import java.util.Arrays;
import org.exitrace.kvm.spec.GuestTold;

/** What user space has written for the kernel before it runs the vCPU again. */
public enum RunAnswer {
    /** Nothing: what the kernel put there before the exit. */
    UNTOUCHED("untouched", GuestTold.ZERO),
    /** 0. */
    ZERO("0", GuestTold.ZERO),
    /** ENOSPC: the buffer for certificates is too small. */
    ENOSPC("ENOSPC", GuestTold.OTHER),
    /** EAGAIN. */
    EAGAIN("EAGAIN", GuestTold.EAGAIN),
    /** EINVAL. */
    EINVAL("EINVAL", GuestTold.EINVAL),
    /** EIO. */
    EIO("EIO", GuestTold.OTHER),
    /** Anything else. */
    OTHER("other", GuestTold.OTHER);

    private final String label;
    private final GuestTold inRax;

    RunAnswer(String label, GuestTold inRax) {
        this.label = label;
        this.inRax = inRax;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** The answer that people write so. */
    public static RunAnswer of(String label) {
        return Arrays.stream(values()).filter(answer -> answer.label.equals(label)).findFirst()
                .orElseThrow();
    }

    /** Whether the kernel takes it for certificates. */
    boolean isForCertificates() {
        return this != OTHER && this != EINVAL;
    }

    /** Whether younger kernels take it for a page state change. */
    boolean isForPages() {
        return isZero() || this == EAGAIN || this == EINVAL;
    }

    /** Whether it says that all went well, the kernel having written 0 before. */
    boolean isZero() {
        return this == UNTOUCHED || this == ZERO;
    }

    /** What a guest finds in RAX. */
    GuestTold inRax() {
        return inRax;
    }

    /** What a guest is given for an extended guest request. */
    GuestTold ofCertificates() {
        return switch (this) {
            case UNTOUCHED, ZERO -> GuestTold.ZERO;
            case ENOSPC -> GuestTold.INVALID_LEN;
            case EAGAIN -> GuestTold.BUSY;
            default -> GuestTold.GENERIC;
        };
    }
}
