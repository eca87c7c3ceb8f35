package org.exitrace.kvm.vmgexit;

/**
 * What stands in {@code kvm_run.snp_req_certs} once user space has answered: an errno, and with
 * ENOSPC how many pages the certificates take. Source: docs/kvm-host.md a.2.
 */
public final class CertificateExit {

    /** The guest's pages have no room. */
    public static final int ENOSPC = 28;
    /** Not now. */
    public static final int EAGAIN = 11;
    /** It cannot be done. */
    public static final int EIO = 5;

    private static final int PAGES_AT = 32;
    private static final long ERRNO = (1L << PAGES_AT) - 1;

    private CertificateExit() {
    }

    /** An answer; {@code pages} counts with ENOSPC only. */
    public static long answer(int errno, long pages) {
        return pages << PAGES_AT | errno;
    }

    static boolean is(SevEsState state, int errno) {
        return (state.data.get() & ERRNO) == errno;
    }

    static long pages(SevEsState state) {
        return state.data.get() >>> PAGES_AT;
    }
}
