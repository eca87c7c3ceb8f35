package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.GuardedStep;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * Which guards hold, one bit each, inherited from the state before: a guard is asked again only if
 * the step wrote a word that the guard was ever seen to read.
 *
 * <p>Sound although what a guard reads may vary: what it read when it was asked last on the way to
 * a state is among what it was ever seen to read, and none of that has changed since. Only guarded
 * sentences have a bit. A program knows by its counter what to offer, and is always asked.
 */
final class GuardBits {

    private static final int WORDS = 64;

    private final Frame frame;
    private final GuardWatch watch;
    private final GuardedStep<?>[] guarded;
    private final int[] stepOf;
    private final StepSource[] programs;
    private final Step[] offered;
    private final int longs;
    private final long[] readBy;
    /** Guards that were seen to read a word, and others beside it. */
    private final long[][] readersOf = new long[WORDS][];
    private final GuardMemory[] memories = new GuardMemory[WORDS];
    private final boolean wordsAreTold;
    private int lessons;

    GuardBits(Model model, GuardWatch watch) {
        this.watch = watch;
        frame = model.frame();
        List<GuardedStep<?>> sentences = new ArrayList<>();
        List<StepSource> others = new ArrayList<>();
        for (int i = 0; i < model.sourceCount(); i++) {
            if (model.source(i) instanceof GuardedStep<?> sentence) {
                sentences.add(sentence);
            } else {
                others.add(model.source(i));
            }
        }
        guarded = sentences.toArray(GuardedStep<?>[]::new);
        stepOf = sentences.stream().mapToInt(Step::index).toArray();
        programs = others.toArray(StepSource[]::new);
        offered = model.stepBuffer();
        longs = guarded.length + 63 >>> 6;
        readBy = new long[guarded.length];
        wordsAreTold = model.layout().allWords() <= WORDS;
        Arrays.setAll(readersOf, word -> new long[longs]);
        Arrays.setAll(memories, word -> new GuardMemory(longs));
    }

    /** How many longs the bits take. */
    int longs() {
        return longs;
    }

    /** Asks all guards in the state that is loaded; the bits go to {@code bits} at {@code at}. */
    void askAll(long[] bits, int at) {
        for (int i = 0; i < guarded.length; i++) {
            ask(i, bits, at);
        }
    }

    /** Asks those that {@code changed} words concern; the bits are those of the state before. */
    void askConcerned(long changed, long[] bits, int at) {
        for (long left = changed; left != 0; left &= left - 1) {
            int word = Long.numberOfTrailingZeros(left);
            long value = word < frame.size() ? frame.word(word) : 0;
            GuardMemory memory = memories[word];
            if (!memory.recall(value, bits, at)) {
                int before = lessons;
                askEach(memory.guards, bits, at);
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

    private void askEach(long[] guards, long[] bits, int at) {
        for (int slot = 0; slot < longs; slot++) {
            askThose(guards[slot], slot, bits, at);
        }
    }

    private void askThose(long guards, int slot, long[] bits, int at) {
        for (long left = guards; left != 0; left &= left - 1) {
            ask((slot << 6) + Long.numberOfTrailingZeros(left), bits, at);
        }
    }

    private void ask(int guard, long[] bits, int at) {
        frame.takeReads();
        watch.asks(guarded[guard]);
        boolean holds = guarded[guard].enabled();
        watch.asksNobody();
        long read = frame.takeReads();
        if ((read & ~readBy[guard]) != 0) {
            learn(guard, read);
        }
        long bit = 1L << guard;
        int slot = at + (guard >>> 6);
        bits[slot] = holds ? bits[slot] | bit : bits[slot] & ~bit;
    }

    /** The guard reads more than was known. */
    private void learn(int guard, long read) {
        lessons++;
        readBy[guard] |= read;
        int slot = guard >>> 6;
        long bit = 1L << guard;
        boolean alone = wordsAreTold && Long.bitCount(readBy[guard]) == 1;
        for (long left = readBy[guard]; left != 0; left &= left - 1) {
            int word = Long.numberOfTrailingZeros(left);
            memories[word].guards[slot] &= ~bit;
            readersOf[word][slot] |= bit;
            if (alone) {
                memories[word].guards[slot] |= bit;
                readersOf[word][slot] &= ~bit;
            }
            memories[word].forget();
        }
    }

    /** Writes the indices of the steps that can be taken in the loaded state, and counts them. */
    int enabled(long[] bits, int at, int[] into) {
        int count = 0;
        for (int slot = 0; slot < longs; slot++) {
            for (long left = bits[at + slot]; left != 0; left &= left - 1) {
                into[count++] = stepOf[(slot << 6) + Long.numberOfTrailingZeros(left)];
            }
        }
        for (StepSource program : programs) {
            watch.asks(program);
            int offers = program.offer(offered, 0);
            watch.asksNobody();
            for (int i = 0; i < offers; i++) {
                into[count++] = offered[i].index();
            }
        }
        return count;
    }
}
