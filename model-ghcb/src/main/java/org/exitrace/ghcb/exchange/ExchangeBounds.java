package org.exitrace.ghcb.exchange;

import org.exitrace.ghcb.vmsa.ApsBegin;

/**
 * How much of everything a machine of this kind has.
 *
 * @param vcpus virtual CPUs, each with a GHCB page, 1 to 3
 * @param bufferWords words of eight bytes that each GHCB's shared buffer has, 1 to 8; real ones
 *     have 254
 * @param pages pages of private and shared memory that an SNP guest has, 0 to 4
 * @param vmsaPages pages that can hold the state of a virtual CPU, 0 to 4; of those that both
 *     numbers count the state can change
 * @param vmsaHoles how often user space can take the memory of such a page away, 0 to 2
 * @param aps in what state the application processors begin
 */
public record ExchangeBounds(
        int vcpus, int bufferWords, int pages, int vmsaPages, int vmsaHoles, ApsBegin aps) {

    /** Most virtual CPUs. */
    public static final int MOST_VCPUS = 3;
    /** Most pages of VMSAs. */
    public static final int MOST_VMSA_PAGES = 4;
    /** Most holes in their memory. */
    public static final int MOST_VMSA_HOLES = 2;
    /** Most words of a shared buffer. */
    public static final int MOST_BUFFER_WORDS = 8;
    /** Most pages of memory. */
    public static final int MOST_PAGES = 4;

    /** Pages that the guest has: VMSA page n is page n. */
    public int memoryPages() {
        return Math.max(pages, vmsaPages);
    }

    /** Of a guest that creates no virtual CPUs. */
    public ExchangeBounds(int vcpus, int bufferWords, int pages) {
        this(vcpus, bufferWords, pages, 0, 0, ApsBegin.RUNNING);
    }
}
