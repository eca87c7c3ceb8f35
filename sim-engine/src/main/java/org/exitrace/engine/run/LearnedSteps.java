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

    /** A node is the place of its cell, word and shift and mask; then where each value leads. */
    private static final int WORD = 16;
    private static final int SHIFT = 8;
    private static final int LARGEST_WORD = (1 << 15) - 1;
    private static final int LARGEST_MASK = 255;
    /** The mask of a node that tells one value; its bits and value stand elsewhere. */
    private static final int ONE_VALUE = 0;
    private static final int MOST_VALUES = 8;
    /** Where the ways of such a node stand. */
    private static final int NO = 2;
    private static final int YES = 3;
    /** Where a way leads: nowhere yet, to the node at that place, or to an end's complement. */
    private static final int UNKNOWN = 0;
    private static final int NOT_LEARNED = ~0;

    private final Frame frame;
    private final int most;
    private int[] tree;
    private int size;
    private LearnedStep[] ends = new LearnedStep[1 << 8];
    private int endCount = 1;
    private long[] told = new long[1 << 6];
    private int toldSize;
    private int reached;

    /** With so many trees on {@code frame}; with {@code most} numbers it learns no more. */
    LearnedSteps(Frame frame, int trees, int most) {
        this.frame = frame;
        this.most = most;
        this.tree = new int[4 * trees];
        this.size = trees;
    }

    /** What tree {@code index} says of the state that is loaded; {@code null} if not learned. */
    LearnedStep find(int index) {
        int[] ways = tree;
        int at = ways[index];
        while (at > UNKNOWN) {
            int node = ways[at];
            long word = frame.word(node >>> WORD) >>> (node >>> SHIFT);
            int mask = node & LARGEST_MASK;
            at = mask == ONE_VALUE ? ways[wayOfOne(at, word)] : ways[at + 1 + ((int) word & mask)];
        }
        reached = at;
        return ends[at == UNKNOWN ? 0 : ~at];
    }

    private int wayOfOne(int node, long word) {
        int place = tree[node + 1];
        return node + ((word & told[place]) == told[place + 1] ? YES : NO);
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
            if (way == UNKNOWN) {
                return;
            }
        }
        tree[way] = ~end(shown);
    }

    private int wayOn(int way, Cell cell, long value) {
        if (tree[way] == UNKNOWN) {
            int node = node(cell, (int) cell.mask(), (int) cell.mask() + 2);
            tree[way] = node;
        }
        return tree[way] + 1 + (int) value;
    }

    /** Behind those values that it is known not to have; none where there were too many. */
    private int wayOn(int first, Cell cell, long value, boolean isHeld) {
        int way = first;
        for (int others = 0; others < MOST_VALUES && cell.word() <= LARGEST_WORD; others++) {
            if (tree[way] == UNKNOWN) {
                int node = node(cell, ONE_VALUE, YES + 1);
                tree[node + 1] = tell(cell.mask(), value);
                tree[way] = node;
            }
            if (told[tree[tree[way] + 1] + 1] == value) {
                return tree[way] + (isHeld ? YES : NO);
            }
            way = tree[way] + NO;
        }
        tree[way] = NOT_LEARNED;
        return UNKNOWN;
    }

    private int node(Cell cell, int mask, int length) {
        int node = size;
        size += length;
        if (size > tree.length) {
            tree = Arrays.copyOf(tree, 2 * size);
        }
        tree[node] = cell.word() << WORD | cell.shift() << SHIFT | mask;
        return node;
    }

    private int tell(long mask, long value) {
        if (toldSize == told.length) {
            told = Arrays.copyOf(told, 2 * toldSize);
        }
        told[toldSize++] = mask;
        told[toldSize++] = value;
        return toldSize - 2;
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
