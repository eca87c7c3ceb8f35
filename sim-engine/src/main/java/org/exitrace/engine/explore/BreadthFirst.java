package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.state.Fingerprint;

/**
 * Looks behind the states in the order in which they were found, so that the first schedule that
 * breaks something is a shortest one.
 *
 * <p>Per state it keeps the fingerprint (10 to 15 bytes) and how it was found (6 bytes): at most
 * 21 and the started chunks; in the frontier the state's words and 1/1000 of that.
 */
final class BreadthFirst extends Search {

    private static final int BATCH = 256;
    private static final int SEGMENTS_THAT_GROW = 4;
    private static final long EVERYTHING = -1;

    private final StateList frontier;
    private final ParentLog parents = new ParentLog();
    private final SuccessorBatch batch;
    private final StateGraph graph;
    private final boolean looks;
    /** Number of the state that is being looked behind or, while a batch is noted, at. */
    private long here;
    private long levelEnd;
    private long lastLevelBegin;
    private boolean cut;
    /** How many states have a successor that the bound on depth left out. */
    private long cutStates;
    /** Number of the first state of which not all successors were noted, or -1. */
    private long firstLossy = -1;

    BreadthFirst(Model model, SearchSettings settings) {
        super(model, settings, followsLassos(model, settings));
        boolean numbersAreWanted = followsLassos(model, settings);
        this.frontier = new StateList(stride);
        this.batch = new SuccessorBatch(
                Math.max(BATCH, enabled.length), words, guards.longs(), settings.wide(),
                settings.wide() || numbersAreWanted ? null : new RecentPrints());
        this.looks = ledger.looksAtStates();
        this.graph = numbersAreWanted
                ? new StateGraph(ledger.eventually(), model.properties()) : null;
    }

    private static boolean followsLassos(Model model, SearchSettings settings) {
        return model.properties().stream().filter(settings.looksAt())
                .anyMatch(property -> property.kind() == PropertyKind.EVENTUALLY);
    }

    @Override
    void search() {
        long[] first = new long[stride];
        guards.askAll(first, words);
        batch.add(frame, first, 0, 0, 0);
        batch.changed[0] = EVERYTHING;
        note();
        while (end == null && !frontier.isEmpty()) {
            depth++;
            lastLevelBegin = frontier.first();
            levelEnd = frontier.end();
            while (end == null && frontier.first() < levelEnd) {
                lookBehindFirst();
            }
            note();
        }
        if (end == null) {
            end = cut ? ExplorationEnd.DEPTH_LIMIT : ExplorationEnd.EXHAUSTED;
        }
        if (graph != null && end != ExplorationEnd.BROKEN) {
            graph.close(whollyKnown());
            new LassoSearch(graph, model.steps(), model.actors().size()).judge(ledger);
        }
    }

    /** How many states, from the first on, have all their successors noted. */
    private long whollyKnown() {
        return cut ? lastLevelBegin : firstLossy >= 0 ? firstLossy : frontier.first();
    }

    private void lookBehindFirst() {
        here = frontier.first();
        long[] chunk = frontier.chunk(here);
        int offset = frontier.offset(here);
        load(chunk, offset);
        int count = enabled(chunk, offset + words);
        if (count == 0) {
            lookAtRest();
        }
        if (depth >= settings.bounds().mostDepth()) {
            leaveOut(count, chunk, offset);
            return;
        }
        if (batch.size + count > batch.low.length) {
            note();
            here = frontier.first();
            load(chunk, offset);
        }
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                load(chunk, offset);
            }
            take(enabled[i]);
            batch.add(frame, chunk, offset, (int) here, enabled[i]);
        }
        frontier.removeFirst();
    }

    /** Tells only whether there are states behind this one that the bound on depth leaves out. */
    private void leaveOut(int count, long[] chunk, int offset) {
        boolean left = false;
        for (int i = 0; i < count; i++) {
            load(chunk, offset);
            take(enabled[i]);
            left |= !found.contains(Fingerprint.of(frame, words),
                    settings.wide() ? Fingerprint.high(frame, words) : 0);
        }
        cut |= left;
        cutStates += left ? 1 : 0;
        frontier.removeFirst();
        if (here % BATCH == 0) {
            breathe();
        }
    }

    /** Notes the states of the batch that are new, and looks at them. */
    private void note() {
        batch.touch(found);
        int i = 0;
        for (; i < batch.size && end == null; i++) {
            if (states >= settings.bounds().mostStates()
                    && !found.contains(batch.low[i], batch.highOf(i))) {
                end = ExplorationEnd.STATE_LIMIT;
                break;
            }
            note(i);
        }
        if (i < batch.size && firstLossy < 0) {
            firstLossy = batch.parent[i];
        }
        batch.size = 0;
        breathe();
    }

    private void note(int i) {
        int number = found.add(batch.low[i], batch.highOf(i), (int) states);
        if (graph != null && states > 0) {
            graph.edge(batch.parent[i], number < 0 ? (int) states : number, batch.step[i]);
        }
        if (number != FingerprintSet.ABSENT) {
            return;
        }
        here = states++;
        parents.add(batch.parent[i], batch.step[i]);
        int at = i * stride;
        if (stride > words || looks) {
            load(batch.words, at);
            guards.askConcerned(batch.changed[i], batch.words, at + words);
        }
        frontier.add(batch.words, at);
        if (looks) {
            if (graph != null) {
                graph.state(watch);
            }
            lookAtState(batch.changed[i]);
        }
    }

    @Override
    List<String> pathHere() {
        List<String> path = new ArrayList<>(parents.path(here, model.steps()));
        if (taking >= 0) {
            path.add(steps[taking].fullName());
        }
        return path;
    }

    @Override
    boolean lassosSought() {
        return true;
    }

    @Override
    int level() {
        return depth;
    }

    @Override
    long frontier() {
        boolean failed = end == ExplorationEnd.MODEL_ERROR && batch.size > 0;
        long first = firstLossy >= 0 ? firstLossy
                : failed ? batch.parent[0] : states - frontier.size();
        return cutStates + states - first;
    }

    @Override
    long bytes() {
        return found.bytes() + frontier.bytes() + parents.bytes() + batch.bytes()
                + (graph == null ? 0 : graph.bytes());
    }

    @Override
    long headroom() {
        long states = 8L * batch.low.length * stride;
        return SEGMENTS_THAT_GROW * found.growthBytes() + frontier.chunkBytes() + states
                + parents.chunkBytes() + (graph == null ? 0 : graph.chunkBytes());
    }
}
