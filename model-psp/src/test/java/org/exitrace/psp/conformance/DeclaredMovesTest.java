package org.exitrace.psp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.state.CellChange;
import org.exitrace.engine.step.Step;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.command.Move;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What handlers declare of changes of state is what their commands do in the rows of tables. */
class DeclaredMovesTest {

    private static final Map<String, Predicate<String>> MACHINES = Map.of(
            "platform", "platform.sev.state"::equals,
            "snp", "platform.snp.state"::equals,
            "guest", cell -> cell.startsWith("guest[") && cell.endsWith("].state"),
            "gctx", cell -> cell.startsWith("context[") && cell.endsWith("].state"),
            "asid", cell -> cell.startsWith("asid[") && cell.contains("].ccx"));
    private static final Set<String> SEEN = new TreeSet<>();

    @BeforeAll
    static void runsAllRows() {
        Tables.SHIPPED.rows().forEach(row -> Tables.SHIPPED.run(row, new Watch()));
    }

    @Test
    void noCommandChangesAStateThatItDoesNotDeclare() {
        assertThat(SEEN).isNotEmpty().isSubsetOf(declared());
    }

    @Test
    void eachDeclaredChangeIsMadeInSomeRow() {
        Set<String> unseen = declared();
        unseen.removeAll(SEEN);
        assertThat(unseen).as("what is in no row").isEmpty();
    }

    private static Set<String> declared() {
        Set<String> declared = new TreeSet<>();
        for (Handler handler : new Commands(new FirmwareBounds(2, 1, 2, 3, 2, 4)).all()) {
            for (Move move : handler.moves()) {
                if (move.from() != move.to() && MACHINES.containsKey(move.machine())) {
                    declared.add(handler.command() + " " + move.machine() + " " + move.from()
                            + " " + move.to());
                }
            }
        }
        return declared;
    }

    /** Notes what each step of a command changes. */
    private static final class Watch implements RunObserver {
        private Model model;
        private long[] before;

        @Override
        public void begins(Model begun) {
            model = begun;
            before = model.frame().snapshot();
        }

        @Override
        public void stepped(Step step, long number, long atNs) {
            long[] after = model.frame().snapshot();
            if (step.actor().name().equals("psp")) {
                String command = model.layout().find("psp.command id").orElseThrow()
                        .renderIn(before);
                for (CellChange change : model.layout().diff(before, after)) {
                    MACHINES.forEach((machine, cells) -> {
                        if (cells.test(change.cell())) {
                            SEEN.add(command + " " + machine + " " + change.before() + " "
                                    + change.after());
                        }
                    });
                }
            }
            before = after;
        }
    }
}
