package org.exitrace.ghcb.exchange;

/**
 * How much of everything a machine of this kind has.
 *
 * @param vcpus virtual CPUs, each with a GHCB page, 1 to 3
 * @param bufferWords words of eight bytes that each GHCB's shared buffer has, 1 to 8; real ones
 *     have 254
 */
public record ExchangeBounds(int vcpus, int bufferWords) {

    /** Most virtual CPUs. */
    public static final int MOST_VCPUS = 3;
    /** Most words of a shared buffer. */
    public static final int MOST_BUFFER_WORDS = 8;
}
