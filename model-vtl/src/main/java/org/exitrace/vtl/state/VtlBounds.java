package org.exitrace.vtl.state;

/**
 * How large a machine is.
 *
 * @param vps virtual processors, from 1
 * @param vtls VTLs of each, from 1
 * @param vectors interrupt vectors, each of a priority class of its own, from 1
 * @param parts what it has besides
 * @param calls hypercalls in the machine's table
 */
public record VtlBounds(int vps, int vtls, int vectors, VtlParts parts, int calls) {

    /** The most virtual processors. */
    public static final int MOST_VPS = 4;
    /** The most VTLs. */
    public static final int MOST_VTLS = 3;
    /** The most vectors. */
    public static final int MOST_VECTORS = 4;
    /** The most pages. */
    public static final int MOST_PAGES = 4;
    /** The most SINTs. */
    public static final int MOST_SINTS = 2;

    /** The most synthetic timers of a VTL. */
    public static final int MOST_STIMERS = 4;
    /** The most expirations of a periodic timer. */
    public static final int MOST_TICKS = 3;
    /** The most event flags of a SINT. */
    public static final int MOST_FLAGS = 2;

    /** The most rounds of a workload. */
    public static final int MOST_ROUNDS = 1_000_000;

    /** How far apart APIC ids are where they are spread: each in an x2APIC cluster of its own. */
    public static final int APIC_ID_STEP = 17;

    /** Of all machines the largest, with everything. */
    public static final VtlBounds LARGEST = new VtlBounds(MOST_VPS, MOST_VTLS, MOST_VECTORS,
            new VtlParts(MOST_PAGES,
                    new SynicParts(MOST_SINTS, MOST_STIMERS, MOST_FLAGS), true, true), 0);

    /** The id of the local APICs of virtual processor {@code vp}. */
    public int apicId(int vp) {
        return parts.spreadApicIds() ? vp * APIC_ID_STEP : vp;
    }

    /** Guest pages. */
    public int pages() {
        return parts.pages();
    }

    /**
     * How many may send to one virtual processor while it executes: the others, and the timers that
     * user space keeps for its VTLs.
     */
    int senders() {
        return vps - 1 + (parts.sints() > 0 ? vtls * parts.synic().timers() : 0);
    }

    /** The same with {@code number} hypercalls in the table. */
    public VtlBounds withCalls(int number) {
        return new VtlBounds(vps, vtls, vectors, parts, number);
    }
}
