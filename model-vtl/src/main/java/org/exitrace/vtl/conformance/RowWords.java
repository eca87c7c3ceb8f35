package org.exitrace.vtl.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.psp.conformance.TableLine;

/** Words such as {@code vtl=1} and {@code fast} of a row; each is asked for, or refused. */
final class RowWords {

    private static final String FLAG = "true";

    private final TableLine at;
    private final Map<String, String> values = new LinkedHashMap<>();

    RowWords(TableLine at, List<String> words) {
        this.at = at;
        for (String word : words) {
            String[] pair = word.split("=", 2);
            values.put(pair[0], pair.length > 1 ? pair[1] : FLAG);
        }
    }

    /** Refuses a word that nobody knows. */
    void onlyKnown(String... known) {
        for (String word : values.keySet()) {
            if (!Arrays.asList(known).contains(word)) {
                throw at.wrong("'" + word + "' says nothing here; write some of "
                        + Arrays.toString(known));
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    long number(String name, long usual) {
        return text(name).map(this::number).orElse(usual);
    }

    List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        text(name).ifPresent(text -> {
            for (String part : text.split(",")) {
                numbers.add(number(part));
            }
        });
        return numbers;
    }

    /** A set of small numbers: bit n for n. */
    int set(String name, int usual) {
        return has(name) ? numbers(name).stream()
                .mapToInt(number -> 1 << number.intValue()).reduce(0, (a, b) -> a | b) : usual;
    }

    long number(String written) {
        try {
            return written.startsWith("0x") ? Long.parseUnsignedLong(written.substring(2), 16)
                    : Long.parseLong(written);
        } catch (NumberFormatException none) {
            throw at.wrong("'" + written + "' is no number; write 31 or 0x1f");
        }
    }
}
