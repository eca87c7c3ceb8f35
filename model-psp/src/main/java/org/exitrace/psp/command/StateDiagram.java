package org.exitrace.psp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One machine of states as its moves tell it, in the language of Mermaid. */
public final class StateDiagram {

    private static final String INDENT = "    ";
    private final String machine;
    private final Map<Integer, Map<Integer, Arrow>> arrows = new TreeMap<>();

    /** A diagram of {@code machine} without any arrow so far. */
    public StateDiagram(String machine) {
        this.machine = machine;
    }

    /** The diagram of {@code machine} as {@code handlers} declare it. */
    public static StateDiagram of(String machine, List<Handler> handlers) {
        StateDiagram diagram = new StateDiagram(machine);
        handlers.forEach(handler ->
                handler.moves().forEach(move -> diagram.add(handler.command().name(), move)));
        return diagram;
    }

    /** What {@code who} makes of this machine; moves of other machines are left out. */
    public StateDiagram add(String who, Move move) {
        if (move.machine().equals(machine)) {
            arrows.computeIfAbsent(move.from().ordinal(), from -> new TreeMap<>())
                    .computeIfAbsent(move.to().ordinal(), to -> new Arrow(move, new ArrayList<>()))
                    .add(who);
        }
        return this;
    }

    /** The text: from the enum's first state on, one line for each two states. */
    public String mermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        arrows.values().stream().flatMap(to -> to.values().stream()).findFirst()
                .ifPresent(any -> text.append(INDENT).append("[*] --> ")
                        .append(any.move().from().getDeclaringClass().getEnumConstants()[0])
                        .append('\n'));
        arrows.values().forEach(to -> to.values().forEach(arrow -> text.append(INDENT)
                .append(arrow.move().from()).append(" --> ").append(arrow.move().to())
                .append(": ").append(String.join(", ", arrow.who())).append('\n')));
        return text.toString();
    }

    private record Arrow(Move move, List<String> who) {
        void add(String more) {
            if (!who.contains(more)) {
                who.add(more);
            }
        }
    }
}
