package org.exitrace.kvm.enter;

import java.util.Arrays;
import org.exitrace.kvm.spec.Errno;

/** What user space has written for the kernel before it runs the vCPU again. */
public enum RunAnswer {
    /** Nothing: what the kernel put there before the exit. */
    UNTOUCHED("untouched"),
    /** 0. */
    ZERO("0"),
    /** ENOSPC: the buffer for certificates is too small. */
    ENOSPC("ENOSPC"),
    /** EAGAIN. */
    EAGAIN("EAGAIN"),
    /** EIO. */
    EIO("EIO"),
    /** Anything else. */
    OTHER("other");

    private final String label;

    RunAnswer(String label) {
        this.label = label;
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

    /** Whether the kernel takes it for certificates; it gives {@link Errno#EINVAL} otherwise. */
    boolean isForCertificates() {
        return this != OTHER;
    }

    /** Whether younger kernels take it for a hypercall. */
    boolean isForHypercalls() {
        return this == UNTOUCHED || this == ZERO || this == EAGAIN || this == EIO;
    }
}
