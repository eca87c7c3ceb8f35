package org.exitrace.engine.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellScope;

/**
 * What an actor's last operation gave: one of a fixed list of words, or nothing yet. A script
 * clears it before each call.
 */
public final class ResultCell extends Cell {

    /** What is shown, and given, while there is no result. */
    public static final String NONE = "-";

    private final List<String> words;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** Declares a cell that can hold each of {@code words}, and none at first. */
    public ResultCell(CellScope scope, String name, List<String> words) {
        super(scope, name);
        this.words = List.copyOf(words);
        for (int i = 0; i < words.size(); i++) {
            places.putIfAbsent(words.get(i), i + 1);
        }
    }

    /** The words that it can hold. */
    public List<String> words() {
        return words;
    }

    /** The word now; {@link #NONE} while there is none. */
    public String get() {
        return render(load());
    }

    /** Whether the word is {@code word}. */
    public boolean is(String word) {
        return get().equals(word);
    }

    /** Whether there is no result. */
    public boolean isNone() {
        return load() == 0;
    }

    /** Makes it {@code word}; a word that is not in the list is a named error. */
    public void become(String word) {
        Integer place = places.get(word);
        if (place == null) {
            throw new IllegalArgumentException("cell '" + name() + "' holds " + describeType()
                    + " and was given '" + word + "'; add the word where the cell is declared");
        }
        store(place);
    }

    /** Back to no result. */
    public void clear() {
        store(0);
    }

    @Override
    protected int bits() {
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(words.size()));
    }

    @Override
    public String render(long raw) {
        return raw == 0 ? NONE : raw <= words.size() ? words.get((int) raw - 1) : "?" + raw;
    }

    @Override
    public String describeType() {
        return "nothing or one of " + String.join(", ", words);
    }
}
