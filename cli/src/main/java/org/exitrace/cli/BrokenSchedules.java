package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.explore.Witness;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.TraceView;
import org.exitrace.scenarios.comparison.ComparedSearch;
import org.exitrace.scenarios.comparison.ComparisonCell;
import org.exitrace.scenarios.comparison.ComparisonCell.Decided;
import org.exitrace.scenarios.comparison.ComparisonResult;
import org.exitrace.scenarios.schedule.Recordings;

/** The shortest schedules that break properties in a comparison, each once, with numbers. */
final class BrokenSchedules {

    private final List<Numbered> all = new ArrayList<>();

    /** All that {@code result} has, in the order of its cells. */
    BrokenSchedules(ComparisonResult result) {
        for (ComparisonCell cell : result.cells()) {
            cell.broken().ifPresent(broken -> broken.witness().ifPresent(witness ->
                    add(broken.search(), witness, cell.row().property().id())));
        }
    }

    private void add(ComparedSearch search, Witness witness, String property) {
        Numbered known = find(search, witness).orElseGet(() -> {
            Numbered next = new Numbered(all.size() + 1, search, witness, new ArrayList<>());
            all.add(next);
            return next;
        });
        if (!known.properties().contains(property)) {
            known.properties().add(property);
        }
    }

    private Optional<Numbered> find(ComparedSearch search, Witness witness) {
        return all.stream().filter(each -> each.search() == search
                && each.witness().equals(witness)).findFirst();
    }

    /** In the order of their numbers. */
    List<Numbered> all() {
        return all;
    }

    /** The number of the one that breaks {@code cell}; 0 where there is none. */
    int numberOf(ComparisonCell cell) {
        return cell.broken().flatMap(broken -> broken.witness()
                .flatMap(witness -> find(broken.search(), witness)))
                .map(Numbered::number).orElse(0);
    }

    /** The number of the one that {@code decided} shows, where that is one of these; else 0. */
    int numberOf(Decided decided) {
        return decided.witness().flatMap(witness -> find(decided.search(), witness))
                .map(Numbered::number).orElse(0);
    }

    /**
     * One of them.
     *
     * @param number from 1
     * @param search that found it
     * @param witness its steps
     * @param properties ids of those that are shown by it
     */
    record Numbered(int number, ComparedSearch search, Witness witness,
            List<String> properties) {

        /** The line that repeats it. */
        String repeat() {
            Chosen chosen = chosen();
            Schedule schedule = Recordings.ofSteps(
                    chosen.scenario(), chosen.design(), witness.once());
            return Repeat.line(chosen, schedule, null, chosen.command("explore"));
        }

        /** What happens in it. */
        RunView run() {
            Chosen chosen = chosen();
            return TraceView.replay(chosen.scenario().build(chosen.design()), witness.once(),
                    chosen.heading("", "", ""), Lanes.of(chosen));
        }

        /** Design, scenario, and how long it is. */
        String title() {
            int steps = witness.once().size();
            int again = witness.cycle().size();
            return search.column().name() + " in " + search.scenario().name() + ", " + steps
                    + (steps == 1 ? " step" : " steps")
                    + (again == 0 ? "" : ", the last " + again + " of them for ever");
        }

        private Chosen chosen() {
            return Chosen.of(search.scenario().scenario(), search.design());
        }
    }
}
