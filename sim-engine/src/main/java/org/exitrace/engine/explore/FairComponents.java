package org.exitrace.engine.explore;

import java.util.List;
import org.exitrace.engine.property.Fairness;
import org.exitrace.engine.step.Step;

/**
 * Which components a fair schedule can stay in for ever. Weak fairness: each actor is somewhere in
 * the component unable to step, or takes a step that stays inside. Then so does a cycle through
 * the whole component; and if an actor could step in all of its states and never inside, the same
 * is true of each part of it, hence looking at whole components is enough.
 */
final class FairComponents {

    private final StateGraph graph;
    private final Components components;
    private final List<Step> steps;
    private final int actors;
    private final boolean[] hasEdge;
    private final boolean[][] content;

    FairComponents(StateGraph graph, Components components, int[] states, List<Step> steps,
            int actors) {
        this.graph = graph;
        this.components = components;
        this.steps = steps;
        this.actors = actors;
        this.hasEdge = new boolean[components.count()];
        this.content = new boolean[components.count()][];
        int[] ableIn = new int[actors];
        int stamp = 0;
        for (int state : states) {
            look(state, ableIn, ++stamp);
        }
    }

    private void look(int state, int[] ableIn, int stamp) {
        int mine = components.of(state);
        for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
            int actor = steps.get(graph.step(edge)).actor().index();
            ableIn[actor] = stamp;
            if (components.of(graph.target(edge)) == mine) {
                hasEdge[mine] = true;
                contentOf(mine)[actor] = true;
            }
        }
        for (int actor = 0; hasEdge[mine] && actor < actors; actor++) {
            if (ableIn[actor] != stamp) {
                contentOf(mine)[actor] = true;
            }
        }
    }

    private boolean[] contentOf(int component) {
        if (content[component] == null) {
            content[component] = new boolean[actors];
        }
        return content[component];
    }

    /** Whether a schedule that is fair to that degree can stay in the component for ever. */
    boolean isFair(int component, Fairness fairness) {
        if (!hasEdge[component]) {
            return false;
        }
        for (int actor = 0; fairness == Fairness.ACTORS && actor < actors; actor++) {
            if (!content[component][actor]) {
                return false;
            }
        }
        return true;
    }
}
