package org.exitrace.engine.run;

import java.util.Arrays;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.Frame;

/**
 * What steps did so far, by what they read: for each step a tree whose nodes are cells, with a way
 * on for each value, and at whose ends stands what the step does. A step that reads what it read
 * before is looked up, however new the state is.
 *
 * <p>Nothing depends on it, since a step, and what its source then offers, are functions of the
 * cells that are read. A way through a cell of many values, such as a counter, is not learned, and
 * nothing is once the tree is large.
 */
final class LearnedSteps {

    /** A node is the place of its cell, word and shift and mask; then where each value leads. */
    private static final int WORD = 16;
    private static final int SHIFT = 8;
    private static final int LARGEST_WORD = (1 << 15) - 1;
    private static final int LARGEST_MASK = 255;
    /** Where a way leads: nowhere yet, to the node at that place, or to an end's complement. */
    private static final int UNKNOWN = 0;
    private static final int NOT_LEARNED = ~0;

    private final Frame frame;
    private final int most;
    private int[] tree;
    private int size;
    private LearnedStep[] ends = new LearnedStep[1 << 8];
    private int endCount = 1;
    private int reached;

    /** Of {@code steps} steps on {@code frame}; with {@code most} numbers it learns no more. */
    LearnedSteps(Frame frame, int steps, int most) {
        this.frame = frame;
        this.most = most;
        this.tree = new int[4 * steps];
        this.size = steps;
    }

    /** What step {@code index} does in the state that is loaded; {@code null} if not learned. */
    LearnedStep find(int index) {
        int[] ways = tree;
        int at = ways[index];
        while (at > UNKNOWN) {
            int node = ways[at];
            int value = (int) (frame.word(node >>> WORD) >>> (node >>> SHIFT))
                    & node & LARGEST_MASK;
            at = ways[at + 1 + value];
        }
        reached = at;
        return ends[at == UNKNOWN ? 0 : ~at];
    }

    /** Whether what was looked for last can be learned. */
    boolean isToLearn() {
        return reached == UNKNOWN && size < most;
    }

    /** Step {@code index} does {@code shown} where it reads what {@code lesson} has noted. */
    void learn(int index, StepLesson lesson, LearnedStep shown) {
        int way = index;
        for (int i = 0; i < lesson.size(); i++) {
            Cell cell = lesson.cell(i);
            if (!isSmall(cell)) {
                tree[way] = NOT_LEARNED;
                return;
            }
            if (tree[way] == UNKNOWN) {
                int node = node(cell);
                tree[way] = node;
            }
            way = tree[way] + 1 + (int) lesson.value(i);
        }
        tree[way] = ~end(shown);
    }

    private int node(Cell cell) {
        int node = size;
        size += (int) cell.mask() + 2;
        if (size > tree.length) {
            tree = Arrays.copyOf(tree, 2 * size);
        }
        tree[node] = cell.word() << WORD | cell.shift() << SHIFT | (int) cell.mask();
        return node;
    }

    private static boolean isSmall(Cell cell) {
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
