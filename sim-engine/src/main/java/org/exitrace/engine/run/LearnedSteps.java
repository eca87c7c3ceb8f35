package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.Frame;

/**
 * What steps did so far, by what they read: for each step a tree whose nodes are cells, with a way
 * on for each value, and at whose ends stands what the step does. A step that reads what it read
 * before is looked up, however new the state is. What somebody offers has such a tree as well.
 *
 * <p>A cell of many values, such as a counter, has nodes that tell one value from all others.
 * Nothing depends on what is learned, since a step, and what its source then offers, are functions
 * of the cells that are read. A way on which such a cell had too many values is not learned, and
 * nothing is once the trees are large.
 */
final class LearnedSteps {

    /** A way on: where the ways of the next node begin, and word, shift and mask of its cell. */
    private static final int PLACE = 32;
    private static final int WORD = 16;
    private static final int SHIFT = 8;
    private static final int LARGEST_WORD = (1 << 15) - 1;
    private static final int LARGEST_MASK = 255;
    /** The mask of a node that tells one value: its bits and the value stand before its ways. */
    private static final int ONE_VALUE = 0;
    private static final int VALUE = 1;
    private static final int NO = 2;
    private static final int YES = 3;
    private static final int MOST_VALUES = 8;
    /** Where a way leads: nowhere yet, to a node, or to an end's complement. */
    private static final long UNKNOWN = 0;
    private static final long NOT_LEARNED = ~0L;
    private static final int NO_WAY = 0;

    private final Frame frame;
    private final int most;
    private long[] tree;
    private int size;
    private LearnedStep[] ends = new LearnedStep[1 << 8];
    private int endCount = 1;
    private long reached;

    /** With so many trees on {@code frame}; with {@code most} numbers it learns no more. */
    LearnedSteps(Frame frame, int trees, int most) {
        this.frame = frame;
        this.most = most;
        this.tree = new long[4 * trees];
        this.size = trees;
    }

    /** What tree {@code index} says of the state that is loaded; {@code null} if not learned. */
    LearnedStep find(int index) {
        long[] ways = tree;
        long way = ways[index];
        while (way > UNKNOWN) {
            int node = (int) way;
            int place = (int) (way >>> PLACE);
            long word = frame.word(node >>> WORD) >>> (node >>> SHIFT);
            int mask = node & LARGEST_MASK;
            way = ways[mask == ONE_VALUE ? wayOfOne(place, word) : place + ((int) word & mask)];
        }
        reached = way;
        return ends[way == UNKNOWN ? 0 : (int) ~way];
    }

    private int wayOfOne(int place, long word) {
        return place + ((word & tree[place]) == tree[place + VALUE] ? YES : NO);
    }

    /** Whether what was looked for last can be learned. */
    boolean isToLearn() {
        return reached == UNKNOWN && size < most;
    }

    /** Tree {@code index} says {@code shown} where cells are as {@code lesson} has noted. */
    void learn(int index, StepLesson lesson, LearnedStep shown) {
        int way = index;
        for (int i = 0; i < lesson.size(); i++) {
            way = isSmall(lesson.cell(i))
                    ? wayOn(way, lesson.cell(i), lesson.value(i))
                    : wayOn(way, lesson.cell(i), lesson.value(i), lesson.holds(i));
            if (way == NO_WAY) {
                return;
            }
        }
        tree[way] = ~end(shown);
    }

    private int wayOn(int way, Cell cell, long value) {
        if (tree[way] == UNKNOWN) {
            long node = node(cell, (int) cell.mask(), (int) cell.mask() + 1);
            tree[way] = node;
        }
        return place(way) + (int) value;
    }

    /** Behind those values that it is known not to have; none where there were too many. */
    private int wayOn(int first, Cell cell, long value, boolean isHeld) {
        int way = first;
        for (int others = 0; others < MOST_VALUES && cell.word() <= LARGEST_WORD; others++) {
            if (tree[way] == UNKNOWN) {
                long node = node(cell, ONE_VALUE, YES + 1);
                tree[way] = node;
                tree[place(way)] = cell.mask();
                tree[place(way) + VALUE] = value;
            }
            if (tree[place(way) + VALUE] == value) {
                return place(way) + (isHeld ? YES : NO);
            }
            way = place(way) + NO;
        }
        tree[way] = NOT_LEARNED;
        return NO_WAY;
    }

    /** Where the ways of the node begin to which {@code way} leads. */
    private int place(int way) {
        return (int) (tree[way] >>> PLACE);
    }

    private long node(Cell cell, int mask, int length) {
        int place = size;
        size += length;
        if (size > tree.length) {
            tree = Arrays.copyOf(tree, 2 * size);
        }
        return (long) place << PLACE | cell.word() << WORD | cell.shift() << SHIFT | mask;
    }

    /** Whether a node has a way on for each value of {@code cell}. */
    static boolean isSmall(Cell cell) {
        return cell.mask() > 0 && cell.mask() <= LARGEST_MASK && cell.word() <= LARGEST_WORD;
    }

    private int end(LearnedStep shown) {
        if (endCount == ends.length) {
            ends = Arrays.copyOf(ends, 2 * endCount);
        }
        ends[endCount] = shown;
        return endCount++;
    }
}
