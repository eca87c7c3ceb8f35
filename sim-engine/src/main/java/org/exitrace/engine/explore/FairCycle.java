package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.exitrace.engine.property.Fairness;
import org.exitrace.engine.step.Step;

/** A cycle in one component that neglects nobody: walks on until each actor has its due. */
final class FairCycle {

    private static final int NOWHERE = -1;

    private final StateGraph graph;
    private final Components components;
    private final List<Step> steps;
    private final boolean[] content;
    private final int home;
    private final int component;
    private final List<Integer> taken = new ArrayList<>();
    private final int[] cameBy;
    private final int[] cameFrom;
    private int at;

    FairCycle(StateGraph graph, Components components, List<Step> steps, int actors, int home) {
        this.graph = graph;
        this.components = components;
        this.steps = steps;
        this.content = new boolean[actors];
        this.home = home;
        this.at = home;
        this.component = components.of(home);
        this.cameBy = new int[graph.states()];
        this.cameFrom = new int[graph.states()];
    }

    /** Indices of the steps that lead from {@code home} back to it. */
    List<Integer> walk(Fairness fairness) {
        Arrays.fill(content, fairness == Fairness.NONE);
        noteUnable(home);
        for (int actor = 0; actor < content.length; actor++) {
            if (!content[actor]) {
                seek(actor);
            }
        }
        if (at != home || taken.isEmpty()) {
            seek(NOWHERE);
        }
        return taken;
    }

    /** Walks the shortest way to where {@code actor} has its due, or home if there is no actor. */
    private void seek(int actor) {
        Arrays.fill(cameBy, NOWHERE);
        int[] queue = new int[graph.states() + 1];
        int filled = 0;
        queue[filled++] = at;
        for (int next = 0; next < filled; next++) {
            int state = queue[next];
            for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
                int target = graph.target(edge);
                if (components.of(target) != component) {
                    continue;
                }
                if (arrives(actor, edge, target)) {
                    go(state, edge);
                    return;
                }
                if (cameBy[target] == NOWHERE && target != at) {
                    cameBy[target] = edge;
                    cameFrom[target] = state;
                    queue[filled++] = target;
                }
            }
        }
        throw new IllegalStateException("no way inside of a component that ought to have one");
    }

    private boolean arrives(int actor, int edge, int target) {
        return actor == NOWHERE ? target == home
                : actorOf(edge) == actor || !isAble(actor, target);
    }

    private void go(int from, int lastEdge) {
        List<Integer> edges = new ArrayList<>(List.of(lastEdge));
        for (int state = from; state != at; state = cameFrom[state]) {
            edges.add(cameBy[state]);
        }
        Collections.reverse(edges);
        for (int edge : edges) {
            taken.add(graph.step(edge));
            content[actorOf(edge)] = true;
            at = graph.target(edge);
            noteUnable(at);
        }
    }

    private void noteUnable(int state) {
        for (int actor = 0; actor < content.length; actor++) {
            content[actor] |= !isAble(actor, state);
        }
    }

    private boolean isAble(int actor, int state) {
        for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
            if (actorOf(edge) == actor) {
                return true;
            }
        }
        return false;
    }

    private int actorOf(int edge) {
        return steps.get(graph.step(edge)).actor().index();
    }
}
