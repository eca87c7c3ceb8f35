package org.exitrace.traces.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in the bytes of a line, and room for what is read there; used again for each line. */
public final class Scan {

    private static final int MOST_FIELDS = 32;
    private static final int HEX_DIGITS = 16;
    private static final int BASE = 10;
    /** So many decimal digits are less than 2^63. */
    private static final int SAFE_DIGITS = 18;
    /** What a byte is as a small hexadecimal digit; negative for one that is none. */
    private static final byte[] DIGITS = new byte[1 << Byte.SIZE];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int digit = 0; digit < HEX_DIGITS; digit++) {
            DIGITS[Character.forDigit(digit, HEX_DIGITS)] = (byte) digit;
        }
    }

    final long[] numbers = new long[MOST_FIELDS];
    final String[] words = new String[MOST_FIELDS];

    private final Interned<String> texts = new Interned<>(Scan::latin);
    private byte[] bytes = {};
    private int at;
    private int end;
    private long value;

    /** Goes to the bytes from {@code start} to before {@code end}. */
    public Scan on(byte[] line, int start, int stop) {
        bytes = line;
        at = start;
        end = stop;
        return this;
    }

    int place() {
        return at;
    }

    void backTo(int place) {
        at = place;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /** What was read as a number last. */
    long value() {
        return value;
    }

    boolean literal(byte[] literal) {
        if (!isHere(literal, at)) {
            return false;
        }
        at += literal.length;
        return true;
    }

    /** Digits without zeros in front, at most 2^64 - 1. */
    boolean unsigned() {
        int start = at;
        long read = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            int digit = bytes[at++] - '0';
            if (at - start > SAFE_DIGITS && Long.compareUnsigned(
                    read, Long.divideUnsigned(-1L - digit, BASE)) > 0) {
                return false;
            }
            read = read * BASE + digit;
        }
        value = read;
        return at > start && (bytes[start] != '0' || at == start + 1);
    }

    boolean signed() {
        boolean negative = at < end && bytes[at] == '-';
        at += negative ? 1 : 0;
        if (!unsigned()) {
            return false;
        }
        boolean isLeast = negative && value == Long.MIN_VALUE;
        if (value < 0 && !isLeast || negative && value == 0) {
            return false;
        }
        value = negative ? -value : value;
        return true;
    }

    /** Small hexadecimal digits, filled up to {@code width} and not beyond. */
    boolean hexadecimal(int width) {
        byte[] line = bytes;
        int start = at;
        int stop = start;
        long read = 0;
        while (stop < end) {
            int digit = DIGITS[line[stop] & 0xFF];
            if (digit < 0) {
                break;
            }
            read = read << 4 | digit;
            stop++;
        }
        at = stop;
        value = read;
        int length = stop - start;
        return length >= width && length > 0 && length <= HEX_DIGITS
                && (length == Math.max(width, 1) || bytes[start] != '0');
    }

    /** Text up to where {@code follows} stands; all the rest where nothing follows. */
    String word(byte[] follows) {
        int start = at;
        if (follows.length == 0) {
            at = end;
        } else {
            byte first = follows[0];
            while (at < end && (bytes[at] != first || !isHere(follows, at))) {
                at++;
            }
        }
        return at == start ? null : texts.of(bytes, start, at);
    }

    private boolean isHere(byte[] literal, int place) {
        int stop = place + literal.length;
        return stop <= end
                && Arrays.equals(bytes, place, stop, literal, 0, literal.length);
    }

    private static String latin(byte[] line, int start, int stop) {
        return new String(line, start, stop - start, StandardCharsets.ISO_8859_1);
    }
}
