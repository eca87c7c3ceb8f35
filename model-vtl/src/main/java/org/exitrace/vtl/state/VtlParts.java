package org.exitrace.vtl.state;

/**
 * What a machine has that others do without: cells of it cost nothing elsewhere.
 *
 * @param pages guest pages, from 0
 * @param synic what each SynIC has
 * @param vina whether VTLs can be told of interrupts of lower ones
 * @param spreadApicIds whether APIC ids are no numbers of virtual processors: see
 *     {@link VtlBounds#apicId}
 */
public record VtlParts(int pages, SynicParts synic, boolean vina, boolean spreadApicIds) {

    /** None of all that. */
    public static final VtlParts NONE = new VtlParts(0, 0, false);

    /** With APIC ids that are numbers of virtual processors. */
    public VtlParts(int pages, SynicParts synic, boolean vina) {
        this(pages, synic, vina, false);
    }

    /** With SINTs that have message slots and nothing else. */
    public VtlParts(int pages, int sints, boolean vina) {
        this(pages, new SynicParts(sints, 1, 0), vina);
    }

    /** SINTs of each SynIC. */
    public int sints() {
        return synic.sints();
    }

    /** Event flags of each SINT. */
    public int flags() {
        return synic.flags();
    }
}
