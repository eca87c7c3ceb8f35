package org.exitrace.reports.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellClass;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/**
 * Finds the messages of a run: which step was the first of its actor to act on what another actor's
 * step had written.
 *
 * <p>Reading alone is not acting, or each look at a word of flags would receive all of them. A step
 * acts on a write if, with the write undone, it could not be taken or would do something else. What
 * it does to the written cell itself does not count: who adds to a counter has not been told
 * anything. Counters of programs, mutexes and history carry no messages.
 */
final class Messages {

    private final Model model;
    private final Map<String, Cell> carriers = new LinkedHashMap<>();
    private final Map<Cell, List<Write>> standing = new LinkedHashMap<>();
    private final Map<Integer, Map<Integer, List<Message>>> found = new TreeMap<>();

    Messages(Model model) {
        this.model = model;
        for (Cell cell : model.layout().cells()) {
            if (CellView.role(cell) == CellView.Role.ESSENTIAL && !(cell instanceof MutexCell)) {
                carriers.put(cell.name(), cell);
                standing.put(cell, new ArrayList<>());
            }
        }
    }

    /**
     * Takes note of a step that has been taken; the frame holds the state behind it, also later.
     *
     * @param reads names of the cells that the step read
     */
    void taken(int number, Step step, List<String> reads, long[] before, long[] after) {
        int actor = step.actor().index();
        for (String name : reads) {
            Cell cell = carriers.get(name);
            for (Write write : cell == null ? List.<Write>of() : standing.get(cell)) {
                if (write.isNewTo(actor) && actsOn(step, write, before, after)) {
                    write.received(actor);
                    between(write.number(), number).add(write.message());
                }
            }
        }
        for (Cell cell : carriers.values()) {
            if (cell.rawIn(before) != cell.rawIn(after)) {
                List<Write> writes = standing.get(cell);
                Write write = new Write(number, actor, cell, cell.rawIn(before), cell.rawIn(after));
                writes.removeIf(older -> older.isGoneBehind(write));
                writes.add(write);
            }
        }
    }

    /** All arrows, by the later step and then the earlier; {@code enabling} are among them. */
    List<Arrow> arrows(Trace trace) {
        Map<Integer, List<Integer>> enabling = new TreeMap<>();
        for (Trace.Arrow arrow : trace.arrows()) {
            between(arrow.from(), arrow.to());
            enabling.computeIfAbsent(arrow.to(), to -> new ArrayList<>()).add(arrow.from());
        }
        List<Arrow> arrows = new ArrayList<>();
        found.forEach((to, causes) -> causes.forEach((from, messages) -> arrows.add(new Arrow(
                from, to, enabling.getOrDefault(to, List.of()).contains(from)
                        ? trace.step(to).name() : "", messages))));
        return arrows;
    }

    private List<Message> between(int from, int to) {
        return found.computeIfAbsent(to, later -> new TreeMap<>())
                .computeIfAbsent(from, earlier -> new ArrayList<>());
    }

    private boolean actsOn(Step step, Write write, long[] before, long[] after) {
        Frame frame = model.frame();
        long[] undone = before.clone();
        write.undo(undone);
        frame.load(undone, 0);
        try {
            if (!step.enabled()) {
                return true;
            }
            step.fire();
            long[] otherwise = frame.snapshot();
            write.copy(after, otherwise);
            return model.layout().cells().stream().anyMatch(
                    cell -> cell.cellClass() == CellClass.ESSENTIAL
                            && cell.rawIn(after) != cell.rawIn(otherwise));
        } catch (RuntimeException cannotBeTaken) {
            // The state without the write need not be reachable: there the step may break a bound.
            return true;
        } finally {
            frame.load(after, 0);
        }
    }
}
