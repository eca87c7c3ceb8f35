package org.exitrace.kvm.tracepoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/** All states of a vCPU's loop, and which event can be the next of its thread. */
final class LoopGraph {

    /** A step of a state: what a trace tells of it, or nothing; and where it leads. */
    private record Edge(VcpuEvent event, int to) {
        /** Whether the thread itself tells: what others let it accept may come at any time. */
        boolean isOfThread() {
            return event != null && !isAcceptance(event);
        }
    }

    private final Model model;
    private final boolean accepts;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<long[]> states = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();

    /**
     * The states of that loop.
     *
     * @param posted whether hardware may post interrupts
     * @param accepts whether the vCPU is sent anything of which a trace tells
     */
    LoopGraph(boolean posted, boolean accepts) {
        this.accepts = accepts;
        model = VcpuLoop.model(posted);
        number(model.firstState());
        for (int state = 0; state < states.size(); state++) {
            edges.add(edgesOf(state));
        }
    }

    private int number(long[] state) {
        return numbers.computeIfAbsent(Arrays.toString(state), key -> {
            states.add(state);
            return states.size() - 1;
        });
    }

    private List<Edge> edgesOf(int state) {
        List<Edge> found = new ArrayList<>();
        for (Step step : model.steps()) {
            model.frame().load(states.get(state), 0);
            VcpuEvent event = event(step);
            if (step.enabled() && (accepts || !tellsOfOthers(event))) {
                step.fire();
                found.add(new Edge(event, number(model.frame().snapshot())));
            }
        }
        return found;
    }

    /** Whether something was accepted if this is so. */
    private static boolean tellsOfOthers(VcpuEvent event) {
        return isAcceptance(event) || event == VcpuEvent.INJECT_MORE;
    }

    private static boolean isAcceptance(VcpuEvent event) {
        return event == VcpuEvent.ACCEPT || event == VcpuEvent.START;
    }

    /** What a trace tells of {@code step}; null for nothing. */
    static VcpuEvent event(Step step) {
        return Arrays.stream(VcpuEvent.values())
                .filter(event -> step.name().equals(event.toString())).findFirst().orElse(null);
    }

    /** The events that are possible in each state. */
    List<Set<VcpuEvent>> possible() {
        return edges.stream().map(out -> {
            Set<VcpuEvent> here = EnumSet.noneOf(VcpuEvent.class);
            out.stream().filter(edge -> edge.event() != null)
                    .forEach(edge -> here.add(edge.event()));
            return here;
        }).toList();
    }

    /** The events of the thread that can be next in the first state. */
    Set<VcpuEvent> first() {
        return next(List.of(0));
    }

    /** The events of the thread that can be the next behind {@code event}. */
    Set<VcpuEvent> behind(VcpuEvent event) {
        return next(edges.stream().flatMap(List::stream)
                .filter(edge -> edge.event() == event).map(Edge::to).toList());
    }

    private Set<VcpuEvent> next(Collection<Integer> from) {
        Set<VcpuEvent> next = EnumSet.noneOf(VcpuEvent.class);
        boolean[] seen = new boolean[states.size()];
        Deque<Integer> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            int state = open.pop();
            if (!seen[state]) {
                seen[state] = true;
                for (Edge edge : edges.get(state)) {
                    if (edge.isOfThread()) {
                        next.add(edge.event());
                    } else {
                        open.push(edge.to());
                    }
                }
            }
        }
        return next;
    }
}
