package org.exitrace.scenarios.document;

/**
 * How much of a document is read before it is refused.
 *
 * @param bytes size of the file
 * @param depth how deep lists and keys may be nested
 * @param pieces how many values, lists and sets of keys it may have
 */
public record Limits(int bytes, int depth, int pieces) {

    /** For what people write: 1 MiB, 20 deep, 100,000 pieces. */
    public static final Limits HANDWRITTEN = new Limits(1 << 20, 20, 100_000);

    /** For what the program writes: 64 MiB, 20 deep, 4 million pieces. */
    public static final Limits RECORDED = new Limits(1 << 26, 20, 4_000_000);
}
