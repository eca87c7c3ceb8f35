package org.exitrace.engine.script;

import java.util.List;

/**
 * What somebody may choose where an operation is called or a machine is put together: one of some
 * words, or a whole number between two bounds.
 *
 * @param name as people write it
 * @param meaning what it stands for, in a few words
 * @param words the allowed words; empty for a number
 * @param least the lower bound of a number, included
 * @param most the upper bound of a number, included
 * @param usual the value where none is given; empty when one must be given
 * @param bound what of a machine sets the range, such as {@code handles: 2}; may be empty
 */
public record Parameter(
        String name, String meaning, List<String> words, long least, long most, String usual,
        String bound) {

    private static final String HEXADECIMAL = "0x";
    private static final List<String> FLAG = List.of("false", "true");

    /** Copies the words and refuses a range without values or a usual value outside of it. */
    public Parameter {
        words = List.copyOf(words);
        if (words.isEmpty() && least > most) {
            throw new IllegalArgumentException(name + ": " + least + " is more than " + most);
        }
        if (!usual.isEmpty() && !accepts(words, least, most, usual)) {
            throw new IllegalArgumentException(name + " does not allow its usual value " + usual);
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    public static Parameter number(String name, long least, long most, String meaning) {
        return new Parameter(name, meaning, List.of(), least, most, "", "");
    }

    /** 64 bits, written as a whole number or in hexadecimal behind {@code 0x}. */
    public static Parameter bits(String name, String meaning) {
        return number(name, Long.MIN_VALUE, Long.MAX_VALUE, meaning);
    }

    /** One of {@code words}. */
    public static Parameter word(String name, List<String> words, String meaning) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(name + " has no words to choose from");
        }
        return new Parameter(name, meaning, words, 0, 0, "", "");
    }

    /** {@code true} or {@code false}. */
    public static Parameter flag(String name, String meaning) {
        return word(name, FLAG, meaning);
    }

    /** The same parameter with a value for where none is given. */
    public Parameter usually(Object value) {
        return new Parameter(name, meaning, words, least, most, value.toString(), bound);
    }

    /** The same parameter, whose range is what {@code machine} says, such as {@code pages: 4}. */
    public Parameter boundedBy(String machine) {
        return new Parameter(name, meaning, words, least, most, usual, machine);
    }

    /** Whether it is a number rather than a word. */
    public boolean isNumber() {
        return words.isEmpty();
    }

    /** Whether a value must be given. */
    public boolean isRequired() {
        return usual.isEmpty();
    }

    /** Whether {@code value} is allowed. */
    public boolean accepts(String value) {
        return accepts(words, least, most, value);
    }

    /** The allowed values as a person reads them. */
    public String allowed() {
        return !isNumber() ? "one of " + String.join(", ", words)
                : isBits(least, most) ? "64 bits, such as 31 or 0x1f"
                : "a whole number from " + least + " to " + most;
    }

    /**
     * The number that {@code value} is.
     *
     * @throws NumberFormatException where it is none
     */
    public static long numberOf(String value) {
        return value.startsWith(HEXADECIMAL)
                ? Long.parseUnsignedLong(value.substring(HEXADECIMAL.length()), 16)
                : Long.parseLong(value);
    }

    private static boolean isBits(long least, long most) {
        return least == Long.MIN_VALUE && most == Long.MAX_VALUE;
    }

    private static boolean accepts(List<String> words, long least, long most, String value) {
        if (!words.isEmpty()) {
            return words.contains(value);
        }
        try {
            if (isBits(least, most)) {
                numberOf(value);
                return true;
            }
            long number = Long.parseLong(value);
            return least <= number && number <= most && Long.toString(number).equals(value);
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
