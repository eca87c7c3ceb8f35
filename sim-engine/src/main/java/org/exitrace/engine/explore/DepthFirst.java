package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Fingerprint;

/**
 * Looks behind the state that was found last. What waits is one schedule: its states and, of each,
 * the steps that can be taken there; a visited state costs its fingerprint and nothing else.
 */
final class DepthFirst extends Search {

    private static final int STATES_BETWEEN_BREATHS = 1 << 8;
    private static final int SEGMENTS_THAT_GROW = 4;

    private final StateList stack;
    private final CharLog choices = new CharLog();
    private final IntStack choicesEnd = new IntStack();
    private final IntStack next = new IntStack();
    private final long[] fresh;
    private boolean cut;
    /** Whether a successor of the state on top was left out. */
    private boolean topIsCut;
    /** How many states that left the stack have successors that were left out when met. */
    private long cutStates;

    DepthFirst(Model model, SearchSettings settings) {
        super(model, settings, false);
        this.stack = new StateList(stride);
        this.fresh = new long[stride];
    }

    @Override
    void search() {
        guards.askAll(fresh, words);
        visit(-1L);
        while (end == null && !stack.isEmpty()) {
            int top = next.size() - 1;
            if (next.get(top) == choicesEnd.get(top)) {
                leave();
            } else {
                int step = choices.get(next.get(top));
                next.increment(top);
                follow(step, stack.chunk(stack.end() - 1), stack.offset(stack.end() - 1));
            }
        }
        if (end == null) {
            end = cut ? ExplorationEnd.DEPTH_LIMIT : ExplorationEnd.EXHAUSTED;
        }
    }

    private void follow(int step, long[] chunk, int offset) {
        load(chunk, offset);
        take(step);
        System.arraycopy(chunk, offset + words, fresh, words, stride - words);
        visit(frame.differsFrom(chunk, offset, words));
    }

    /** Looks at the state that is loaded, and puts it on the stack if it is new. */
    private void visit(long changed) {
        long low = Fingerprint.of(frame, words);
        long high = settings.wide() ? Fingerprint.high(frame, words) : 0;
        boolean full = states == settings.bounds().mostStates();
        if (full || next.size() == settings.bounds().mostDepth()) {
            if (!found.contains(low, high)) {
                cut = true;
                topIsCut = true;
                end = full ? ExplorationEnd.STATE_LIMIT : null;
            }
            return;
        }
        if (found.add(low, high, 0) != FingerprintSet.ABSENT) {
            return;
        }
        states++;
        frame.store(fresh, 0, words);
        if (ledger.looksAtStates()) {
            lookAtState(changed);
        }
        guards.askConcerned(changed, fresh, words);
        enter();
        if (states % STATES_BETWEEN_BREATHS == 0) {
            breathe();
        }
    }

    private void enter() {
        int count = enabled(fresh, words);
        int begin = (int) choices.size();
        for (int i = 0; i < count; i++) {
            choices.add(enabled[i]);
        }
        if (count == 0) {
            lookAtRest();
        }
        stack.add(fresh, 0);
        next.push(begin);
        choicesEnd.push(begin + count);
        depth = Math.max(depth, next.size());
    }

    private void leave() {
        cutStates += topIsCut ? 1 : 0;
        topIsCut = false;
        stack.removeLast();
        next.pop();
        choicesEnd.pop();
        choices.cut(next.size() == 0 ? 0 : choicesEnd.get(next.size() - 1));
    }

    @Override
    List<String> pathHere() {
        List<String> path = new ArrayList<>();
        for (int level = 0; level < next.size(); level++) {
            int taken = next.get(level) - 1;
            if (taken >= (level == 0 ? 0 : choicesEnd.get(level - 1))) {
                path.add(model.steps().get(choices.get(taken)).fullName());
            }
        }
        return path;
    }

    @Override
    boolean lassosSought() {
        return false;
    }

    @Override
    int level() {
        return next.size();
    }

    @Override
    long frontier() {
        long open = cutStates;
        for (int level = 0; level < next.size(); level++) {
            boolean isTop = level == next.size() - 1;
            open += next.get(level) < choicesEnd.get(level) || isTop && topIsCut ? 1 : 0;
        }
        return open;
    }

    @Override
    long bytes() {
        return found.bytes() + stack.bytes() + choices.bytes() + choicesEnd.bytes()
                + next.bytes();
    }

    @Override
    long headroom() {
        long states = 8L * STATES_BETWEEN_BREATHS * stride;
        return SEGMENTS_THAT_GROW * found.growthBytes() + stack.chunkBytes() + states
                + CharLog.CHUNK_BYTES + choicesEnd.bytes() + next.bytes();
    }
}
