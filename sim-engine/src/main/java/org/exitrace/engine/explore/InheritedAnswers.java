package org.exitrace.engine.explore;

import java.util.Arrays;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Frame;

/**
 * Conditions of one state, one bit each, inherited from the state before: a condition is asked
 * again only if the step wrote a word that the condition was ever seen to read.
 *
 * <p>Sound although what a condition reads may vary: what it read when it was asked last on the way
 * to a state is among what it was ever seen to read, and none of that has changed since.
 */
abstract class InheritedAnswers {

    private static final int WORDS = 64;

    private final Frame frame;
    private final int count;
    private final int longs;
    private final long[] readBy;
    /** Conditions that were seen to read a word, and others beside it. */
    private final long[][] readersOf = new long[WORDS][];
    private final AnswerMemory[] memories = new AnswerMemory[WORDS];
    private final boolean wordsAreTold;
    private int lessons;

    InheritedAnswers(Model model, int count) {
        this.frame = model.frame();
        this.count = count;
        this.longs = count + 63 >>> 6;
        this.readBy = new long[count];
        this.wordsAreTold = model.layout().allWords() <= WORDS;
        Arrays.setAll(readersOf, word -> new long[longs]);
        Arrays.setAll(memories, word -> new AnswerMemory(longs));
    }

    /** Whether the condition of that number holds in the state that is loaded; reads only. */
    abstract boolean ask(int condition);

    /** How many longs the bits take. */
    final int longs() {
        return longs;
    }

    /** Asks all in the state that is loaded; the bits go to {@code bits} at {@code at}. */
    final void askAll(long[] bits, int at) {
        for (int i = 0; i < count; i++) {
            update(i, bits, at);
        }
    }

    /** Asks those that {@code changed} words concern; the bits are those of the state before. */
    final void askConcerned(long changed, long[] bits, int at) {
        for (long left = changed; left != 0; left &= left - 1) {
            int word = Long.numberOfTrailingZeros(left);
            long value = word < frame.size() ? frame.word(word) : 0;
            AnswerMemory memory = memories[word];
            if (!memory.recall(value, bits, at)) {
                int before = lessons;
                askEach(memory.alone, bits, at);
                if (lessons == before) {
                    memory.remember(value, bits, at);
                }
            }
        }
        for (int slot = 0; slot < longs; slot++) {
            long concerned = 0;
            for (long left = changed; left != 0; left &= left - 1) {
                concerned |= readersOf[Long.numberOfTrailingZeros(left)][slot];
            }
            askThose(concerned, slot, bits, at);
        }
    }

    private void askEach(long[] some, long[] bits, int at) {
        for (int slot = 0; slot < longs; slot++) {
            askThose(some[slot], slot, bits, at);
        }
    }

    private void askThose(long some, int slot, long[] bits, int at) {
        for (long left = some; left != 0; left &= left - 1) {
            update((slot << 6) + Long.numberOfTrailingZeros(left), bits, at);
        }
    }

    private void update(int condition, long[] bits, int at) {
        frame.takeReads();
        boolean holds = ask(condition);
        long read = frame.takeReads();
        if ((read & ~readBy[condition]) != 0) {
            learn(condition, read);
        }
        long bit = 1L << condition;
        int slot = at + (condition >>> 6);
        bits[slot] = holds ? bits[slot] | bit : bits[slot] & ~bit;
    }

    /** A condition reads more than was known. */
    private void learn(int condition, long read) {
        lessons++;
        readBy[condition] |= read;
        int slot = condition >>> 6;
        long bit = 1L << condition;
        boolean alone = wordsAreTold && Long.bitCount(readBy[condition]) == 1;
        for (long left = readBy[condition]; left != 0; left &= left - 1) {
            int word = Long.numberOfTrailingZeros(left);
            memories[word].alone[slot] &= ~bit;
            readersOf[word][slot] |= bit;
            if (alone) {
                memories[word].alone[slot] |= bit;
                readersOf[word][slot] &= ~bit;
            }
            memories[word].forget();
        }
    }
}
