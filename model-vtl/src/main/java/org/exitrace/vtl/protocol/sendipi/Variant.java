package org.exitrace.vtl.protocol.sendipi;

/** How a guest gives its input. */
enum Variant {
    /** In memory. */
    PLAIN("plain"),
    /** In memory, for the extended call. */
    EXTENDED("extended"),
    /** In registers. */
    FAST("fast");

    private final String label;

    Variant(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
