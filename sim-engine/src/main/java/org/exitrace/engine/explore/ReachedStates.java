package org.exitrace.engine.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/**
 * The first states of a model that a breadth-first search finds, and the steps between them: small
 * enough to be drawn. States are told apart by their hashed words and not by fingerprints.
 *
 * @param states in the order in which they were found; the first is where the model begins
 * @param edges by the state that they leave, in the order of the model's steps
 * @param whole whether these are all states
 */
public record ReachedStates(List<State> states, List<Edge> edges, boolean whole) {

    /**
     * One state.
     *
     * @param changes cells that differ from the state from which it was found first
     * @param broken ids of the properties that this state breaks by itself
     * @param atRest whether nobody can take a step
     * @param complete whether all steps out of it are among the edges
     */
    public record State(
            List<String> changes, List<String> broken, boolean atRest, boolean complete) {
    }

    /** A step of {@code actor} from one state to another, by their places in the list. */
    public record Edge(int from, int to, int actor, String name) {
    }

    /** The first states of {@code model}, at most so many. */
    public static ReachedStates of(Model model, int most) {
        return new Search(model, most).go();
    }

    private static final class Search {

        private final Model model;
        private final int most;
        private final int words;
        private final Map<List<Long>, Integer> known = new LinkedHashMap<>();
        private final Deque<long[]> waiting = new ArrayDeque<>();
        private final List<State> states = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();
        private boolean whole = true;

        Search(Model model, int most) {
            this.model = model;
            this.most = most;
            this.words = model.layout().hashedWords();
        }

        ReachedStates go() {
            Frame frame = model.frame();
            model.reset();
            known.put(key(frame), 0);
            waiting.add(frame.snapshot());
            states.add(seen(List.of()));
            for (int number = 0; !waiting.isEmpty(); number++) {
                lookBehind(number, waiting.remove());
            }
            model.reset();
            return new ReachedStates(List.copyOf(states), List.copyOf(edges), whole);
        }

        private void lookBehind(int number, long[] from) {
            Frame frame = model.frame();
            frame.load(from, 0);
            Step[] enabled = model.stepBuffer();
            int count = model.enabled(enabled);
            boolean complete = true;
            for (int i = 0; i < count; i++) {
                frame.load(from, 0);
                enabled[i].fire();
                Integer to = known.get(key(frame));
                if (to == null && states.size() < most) {
                    to = states.size();
                    known.put(key(frame), to);
                    long[] behind = frame.snapshot();
                    waiting.add(behind);
                    states.add(seen(model.layout().diff(from, behind).stream()
                            .map(change -> change.cell() + " = " + change.after()).toList()));
                }
                if (to == null) {
                    complete = false;
                } else {
                    edges.add(new Edge(
                            number, to, enabled[i].actor().index(), enabled[i].fullName()));
                }
            }
            whole &= complete;
            State state = states.get(number);
            states.set(number,
                    new State(state.changes(), state.broken(), state.atRest(), complete));
        }

        private State seen(List<String> changes) {
            boolean atRest = model.enabled(model.stepBuffer()) == 0;
            List<String> broken = model.properties().stream()
                    .filter(property -> breaks(property, atRest)).map(Property::id).toList();
            return new State(changes, broken, atRest, false);
        }

        private static boolean breaks(Property property, boolean atRest) {
            return property.kind() == PropertyKind.AT_REST
                    ? atRest && !property.conditionHolds() : property.isBrokenHere();
        }

        private List<Long> key(Frame frame) {
            List<Long> key = new ArrayList<>(words);
            for (int i = 0; i < words; i++) {
                key.add(frame.word(i));
            }
            return key;
        }
    }
}
