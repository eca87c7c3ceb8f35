package org.exitrace.kvm.conformance;

/**
 * What became of a row.
 *
 * @param row which
 * @param gave what the ioctl gave, or {@code -} where it came to no answer
 * @param wrong what is wrong, in one sentence; empty where the row passed
 */
public record KernelResult(KernelRow row, String gave, String wrong) {

    /** Whether the ioctl gave what the row says, in each of its kernels. */
    public boolean passed() {
        return wrong.isEmpty();
    }
}
