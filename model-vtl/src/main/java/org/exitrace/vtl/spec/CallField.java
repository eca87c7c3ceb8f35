package org.exitrace.vtl.spec;

/**
 * A field of what a hypercall reads or writes.
 *
 * @param part where it lies
 * @param name as the interface writes it
 * @param offset first byte, from the beginning of that part
 * @param bytes how many
 */
public record CallField(Part part, String name, int offset, int bytes) {

    /** What a field is a field of. */
    public enum Part {
        /** What is read once. */
        INPUT,
        /** What is read for each element of a list. */
        ELEMENT,
        /** What is written once. */
        OUTPUT,
        /** What is written for each element of a list. */
        OUTPUT_ELEMENT
    }

    /** The first byte behind it. */
    public int end() {
        return offset + bytes;
    }
}
