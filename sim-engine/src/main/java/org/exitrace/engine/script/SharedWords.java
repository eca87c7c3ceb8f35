package org.exitrace.engine.script;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/** Eight words of shared memory, each 0 or 1, by which scripted actors wait for each other. */
public final class SharedWords extends Region {

    /** How many there are. */
    public static final int COUNT = 8;

    private final BitsCell words = cells().bits("words", COUNT);

    /** Declares the words in {@code scope}. */
    public SharedWords(CellScope scope) {
        super(scope);
    }

    /** Whether word {@code number} is 1. */
    public boolean isSet(int number) {
        return words.has(number);
    }

    /** Makes word {@code number} 1. */
    public void set(int number) {
        words.add(number);
    }
}
