package org.exitrace.engine.random;

/** The name of a stream, hashed once, for whoever wants the stream of many seeds. */
public final class StreamName {

    private static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private final long mixed;

    private StreamName(long mixed) {
        this.mixed = mixed;
    }

    /** The name that reads {@code text}. */
    public static StreamName of(String text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return new StreamName(RandomStream.mix(hash));
    }

    /** The stream of {@code seed} that belongs to this name, at its first number. */
    public RandomStream stream(long seed) {
        return RandomStream.of(seed, mixed);
    }
}
