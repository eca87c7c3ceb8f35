package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellObserver;

/**
 * Who read which words last, and whom a write to a word therefore concerns.
 *
 * <p>Its units are those who offer steps and, numbered behind them, properties. It sees every
 * access, so a guard or a property that writes is an error at once: this is checked mode.
 */
final class WordWatch implements CellObserver {

    private static final int NOBODY = -1;

    private final int properties;
    private final long[][] readersOf;
    private final int[][] wordsOf;
    private final int[] wordCount;
    private final long[] dirty;
    private final int[] seenIn;
    private int readings;
    private int matched;
    private int current = NOBODY;

    /** Watches {@code words} words for {@code sources} who offer steps, and for properties. */
    WordWatch(int sources, int properties, int words) {
        this.properties = (sources + 63 >>> 6) << 6;
        int units = this.properties + properties;
        int slots = units + 63 >>> 6;
        this.readersOf = new long[words][slots];
        this.wordsOf = new int[units][4];
        this.wordCount = new int[units];
        this.dirty = new long[slots];
        this.seenIn = new int[words];
    }

    /** The unit of the {@code index}-th property. */
    int unitOfProperty(int index) {
        return properties + index;
    }

    /** Makes {@code unit} concerned. */
    void mark(int unit) {
        dirty[unit >>> 6] |= 1L << unit;
    }

    /** The first who offers steps and is concerned, who then is not any more; -1 if none is. */
    int nextSource() {
        return next(0, properties >>> 6);
    }

    /** The first property that is concerned, which then is not any more, by its index; or -1. */
    int nextProperty() {
        int unit = next(properties >>> 6, dirty.length);
        return unit < 0 ? -1 : unit - properties;
    }

    private int next(int fromSlot, int toSlot) {
        for (int i = fromSlot; i < toSlot; i++) {
            long units = dirty[i];
            if (units != 0) {
                dirty[i] = units & units - 1;
                return (i << 6) + Long.numberOfTrailingZeros(units);
            }
        }
        return -1;
    }

    /** From now on {@code unit} reads. */
    void startReading(int unit) {
        readings++;
        matched = 0;
        current = unit;
    }

    /** It has read all that it wanted. */
    void stopReading() {
        forgetFrom(matched);
        current = NOBODY;
    }

    /** As {@link #stopReading}, and no write concerns the unit ever again. */
    void neverAgain() {
        forgetFrom(0);
        current = NOBODY;
    }

    @Override
    public void read(Cell cell) {
        if (current >= 0) {
            int word = cell.word();
            if (seenIn[word] != readings) {
                seenIn[word] = readings;
                note(word);
            }
        }
    }

    /** Mostly a unit reads the same words in the same order again, and nothing is to be done. */
    private void note(int word) {
        int[] words = wordsOf[current];
        if (matched < wordCount[current]) {
            if (words[matched] == word) {
                matched++;
                return;
            }
            forgetFrom(matched);
        }
        if (matched == words.length) {
            words = Arrays.copyOf(words, 2 * matched);
            wordsOf[current] = words;
        }
        words[matched++] = word;
        wordCount[current] = matched;
        readersOf[word][current >>> 6] |= 1L << current;
    }

    private void forgetFrom(int first) {
        int[] words = wordsOf[current];
        for (int i = first; i < wordCount[current]; i++) {
            readersOf[words[i]][current >>> 6] &= ~(1L << current);
        }
        wordCount[current] = first;
    }

    @Override
    public void written(Cell cell) {
        if (current >= 0) {
            throw new IllegalStateException((current < properties ? "a guard" : "a property")
                    + " writes cell '" + cell.name() + "'; guards and properties only read,"
                    + " move the write into the effect of a step");
        }
        long[] readers = readersOf[cell.word()];
        for (int i = 0; i < readers.length; i++) {
            dirty[i] |= readers[i];
        }
    }
}
