package org.exitrace.engine.state;

/**
 * The hash of a state: the same on every JVM, since it is nothing but multiplication and
 * exclusive or over the words.
 *
 * <p>Each word is folded in by a full 64 x 64 to 128 bit product whose halves are combined, a
 * construction known from wyhash and MUM. Two different constants give two independent hashes,
 * which together make the 128-bit fingerprint.
 */
public final class Fingerprint {

    private static final long SEED_LOW = 0x9E3779B97F4A7C15L;
    private static final long SEED_HIGH = 0xD1B54A32D192ED03L;
    private static final long WORD_KEY = 0xA0761D6478BD642FL;
    private static final long WORD_KEY_HIGH = 0xE7037ED1A0B428DBL;
    private static final long FINAL_KEY = 0x8EBC6AF09C88C6E3L;

    private static final long TEXT_START = 0xCBF29CE484222325L;
    private static final long TEXT_PRIME = 0x100000001B3L;

    private Fingerprint() {
    }

    /** The 64-bit fingerprint of {@code count} words of {@code words} from {@code offset}. */
    public static long of(long[] words, int offset, int count) {
        long hash = SEED_LOW ^ count;
        for (int i = offset; i < offset + count; i++) {
            hash = fold(hash ^ words[i], WORD_KEY + hash);
        }
        return fold(hash ^ FINAL_KEY, SEED_HIGH);
    }

    /** The 64-bit fingerprint of the state that {@code frame} holds. */
    public static long of(Frame frame, int count) {
        return of(frame.words, 0, count);
    }

    /** The upper half of the 128-bit fingerprint; {@link #of} is the lower half. */
    public static long high(long[] words, int offset, int count) {
        long hash = SEED_HIGH ^ count;
        for (int i = offset; i < offset + count; i++) {
            hash = fold(hash ^ words[i], WORD_KEY_HIGH + hash);
        }
        return fold(hash ^ FINAL_KEY, SEED_LOW);
    }

    /** The upper half for the state that {@code frame} holds. */
    public static long high(Frame frame, int count) {
        return high(frame.words, 0, count);
    }

    /** The hash of a name: its UTF-16 units by FNV-1a, then folded so that low bits are good. */
    public static long ofText(String text) {
        long hash = TEXT_START;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * TEXT_PRIME;
        }
        return fold(hash ^ FINAL_KEY, SEED_HIGH);
    }

    /** As people and files read it: 16 hexadecimal digits. */
    public static String render(long fingerprint) {
        return String.format("%016x", fingerprint);
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b);
    }
}
