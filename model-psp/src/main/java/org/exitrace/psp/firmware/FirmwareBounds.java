package org.exitrace.psp.firmware;

/**
 * How much of everything a modelled machine has. Real firmware knows 1024 handles and up to 1006
 * ASIDs; a model is searched with a few.
 *
 * @param ccxs core complexes, 1 to 4
 * @param coresPerCcx cores in each, 1 to 2
 * @param handles guests that the firmware can keep at one time, 1 to 4
 * @param asids the largest ASID, 1 to 8
 * @param minSevAsid the least ASID of a guest without encrypted state, 1 to {@code asids} + 1
 * @param pages pages of memory, 0 to 8
 */
public record FirmwareBounds(
        int ccxs, int coresPerCcx, int handles, int asids, int minSevAsid, int pages) {

    /** Most core complexes. */
    public static final int MOST_CCXS = 4;
    /** Core complexes of a socket. */
    public static final int CCXS_PER_SOCKET = 2;
    /** Most cores in one of them. */
    public static final int MOST_CORES = 2;
    /** Most handles. */
    public static final int MOST_HANDLES = 4;
    /** Largest ASID. */
    public static final int MOST_ASIDS = 8;
    /** Most pages. */
    public static final int MOST_PAGES = 8;

    /** Refuses what is out of bounds, by the bound's name. */
    public FirmwareBounds {
        within("ccxs", ccxs, 1, MOST_CCXS);
        within("cores-per-ccx", coresPerCcx, 1, MOST_CORES);
        within("handles", handles, 1, MOST_HANDLES);
        within("asids", asids, 1, MOST_ASIDS);
        within("min-sev-asid", minSevAsid, 1, asids + 1);
        within("pages", pages, 0, MOST_PAGES);
    }

    /** Sockets: core complexes 0 and 1 are on the first, 2 and 3 on the second. */
    public int sockets() {
        return ccxs > CCXS_PER_SOCKET ? 2 : 1;
    }

    private static void within(String bound, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(bound + " is " + least + " to " + most + ", not "
                    + value);
        }
    }
}
