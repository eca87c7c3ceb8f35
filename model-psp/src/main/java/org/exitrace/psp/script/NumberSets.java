package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;

/** How sets and ranges of small numbers are written: {@code 0+2}, {@code 1-3}, {@code none}. */
final class NumberSets {

    private static final String NONE = "none";

    private NumberSets() {
    }

    /** All sets out of 0 to {@code size - 1}. */
    static List<String> words(int size) {
        List<String> words = new ArrayList<>(List.of(NONE));
        for (int set = 1; set < 1 << size; set++) {
            StringBuilder word = new StringBuilder();
            for (int member = 0; member < size; member++) {
                if ((set >> member & 1) != 0) {
                    word.append(word.length() > 0 ? "+" : "").append(member);
                }
            }
            words.add(word.toString());
        }
        return words;
    }

    /** The members that {@code word} tells, one bit each. */
    static long set(String word) {
        long set = 0;
        if (!word.equals(NONE)) {
            for (String member : word.split("\\+")) {
                set |= 1L << Integer.parseInt(member);
            }
        }
        return set;
    }

    /** All ranges out of 0 to {@code size - 1}, single numbers first. */
    static List<String> ranges(int size) {
        List<String> words = new ArrayList<>();
        for (int length = 1; length <= size; length++) {
            for (int first = 0; first + length <= size; first++) {
                words.add(length == 1 ? Integer.toString(first)
                        : first + "-" + (first + length - 1));
            }
        }
        return words;
    }

    /** The first number of the range {@code word}. */
    static int first(String word) {
        return Integer.parseInt(word.split("-")[0]);
    }

    /** How many numbers the range {@code word} has. */
    static int length(String word) {
        String[] ends = word.split("-");
        return Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
    }
}
