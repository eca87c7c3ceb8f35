package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lines of output as a page shows them: {@value #CUT} stands for any lines, also for none.
 *
 * @param lines what the page shows
 */
record ShownLines(List<String> lines) {

    /** What a page writes where it leaves lines out. */
    static final String CUT = "[…]";

    /** Whether {@code printed} is what is shown; amounts of memory may differ. */
    boolean show(List<String> printed) {
        return whereShown(printed, ShownLines::withoutAmounts).isPresent();
    }

    /**
     * The same lines as {@code printed} has them now: what is shown and what is printed may differ
     * in numbers and pasted lines, and in nothing else.
     */
    Optional<List<String>> renewed(List<String> printed) {
        return whereShown(printed, ShownLines::withoutNumbers).map(places -> {
            List<String> renewed = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                renewed.add(places.get(i) < 0 ? CUT : printed.get(places.get(i)));
            }
            return renewed;
        });
    }

    /** The place of each shown line among the printed ones, -1 for a cut. */
    private Optional<List<Integer>> whereShown(
            List<String> printed, UnaryOperator<String> reading) {
        List<String> pattern = lines.stream().map(reading).toList();
        List<String> text = printed.stream().map(reading).toList();
        List<Integer> places = new ArrayList<>();
        return fits(pattern, 0, text, 0, places) ? Optional.of(places) : Optional.empty();
    }

    private static boolean fits(
            List<String> pattern, int from, List<String> text, int at, List<Integer> places) {
        if (from == pattern.size()) {
            return at == text.size();
        }
        boolean isCut = pattern.get(from).equals(CUT);
        int last = isCut ? text.size() : at;
        for (int next = at; next <= last; next++) {
            int keep = places.size();
            if (isCut) {
                places.add(-1);
                if (fits(pattern, from + 1, text, next, places)) {
                    return true;
                }
            } else if (next < text.size() && pattern.get(from).equals(text.get(next))) {
                places.add(next);
                if (fits(pattern, from + 1, text, next + 1, places)) {
                    return true;
                }
            }
            places.subList(keep, places.size()).clear();
        }
        return false;
    }

    /** Memory for tables follows the machine that a search runs on. */
    private static String withoutAmounts(String line) {
        return line.replaceAll("[0-9][0-9 ,.]* [KMG]iB", "# MiB");
    }

    private static String withoutNumbers(String line) {
        return line.replaceAll("xt1\\.\\S+", "xt1")
                .replaceAll("-?[0-9][0-9 ,.]*", "# ").replaceAll(" +", " ").strip();
    }
}
