package org.exitrace.engine.run;

import java.util.Arrays;

/** Who read which words last, and whom a write to a word therefore concerns. */
final class WordWatch {

    private final int units;
    private final long[][] readersOf;
    private final int[][] wordsOf;
    private final int[] wordCount;
    private final long[] dirty;
    private final int[] seenIn;
    private int reading;
    private int current;

    WordWatch(int units, int words) {
        this.units = units;
        this.readersOf = new long[words][units + 63 >>> 6];
        this.wordsOf = new int[units][4];
        this.wordCount = new int[units];
        this.dirty = new long[units + 63 >>> 6];
        this.seenIn = new int[words];
    }

    /** Makes everybody concerned. */
    void forgetAll() {
        for (long[] readers : readersOf) {
            Arrays.fill(readers, 0);
        }
        Arrays.fill(wordCount, 0);
        for (int unit = 0; unit < units; unit++) {
            dirty[unit >>> 6] |= 1L << unit;
        }
    }

    /** The first who is concerned, who then is not any more; -1 if nobody is. */
    int nextDirty() {
        for (int i = 0; i < dirty.length; i++) {
            if (dirty[i] != 0) {
                int unit = (i << 6) + Long.numberOfTrailingZeros(dirty[i]);
                dirty[i] &= dirty[i] - 1;
                return unit;
            }
        }
        return -1;
    }

    void startReading(int unit) {
        long bit = ~(1L << unit);
        int slot = unit >>> 6;
        int[] words = wordsOf[unit];
        for (int i = 0; i < wordCount[unit]; i++) {
            readersOf[words[i]][slot] &= bit;
        }
        wordCount[unit] = 0;
        reading++;
        current = unit;
    }

    void read(int word) {
        if (seenIn[word] == reading) {
            return;
        }
        seenIn[word] = reading;
        int count = wordCount[current]++;
        if (count == wordsOf[current].length) {
            wordsOf[current] = Arrays.copyOf(wordsOf[current], 2 * count);
        }
        wordsOf[current][count] = word;
    }

    void stopReading(int unit) {
        int slot = unit >>> 6;
        int[] words = wordsOf[unit];
        for (int i = 0; i < wordCount[unit]; i++) {
            readersOf[words[i]][slot] |= 1L << unit;
        }
    }

    /** Whoever read {@code word} is concerned. */
    void written(int word) {
        long[] readers = readersOf[word];
        for (int i = 0; i < readers.length; i++) {
            dirty[i] |= readers[i];
        }
    }
}
