package org.exitrace.psp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.state.Footprint;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

/** How many steps commands take, in all rows of tables. */
class SharedAccessTest {

    /** What x86 software reads or writes too. */
    private static final Predicate<String> SHARED = cell -> cell.startsWith("page[")
            || cell.startsWith("cmd_buf")
            || cell.startsWith("ccx[") || cell.startsWith("mailbox.")
            || cell.startsWith("key_memory") || cell.startsWith("platform.rmp_access")
            || cell.startsWith("platform.iommu_enforces") || cell.startsWith("host.");

    /** The flush of the data fabric is an access; what it changes of memory is not modelled. */
    private static final String FLUSH = "clean dirty ASIDs where done";
    /** A request is read; where something is wrong with it, a flaw stands for what was read. */
    private static final String COPY = "copy the request";
    /**
     * Rows of flaws that are looked at in the step of an access: one of an access that fails, the
     * others before an access that is then not made.
     */
    private static final List<String> FLAWS =
            List.of("response-copy", "response-fits", "tmr-overlap");
    private static final Predicate<String> HANDLES = step -> !step.startsWith("psp: ");

    @Test
    void eachStepOfACommandBehindItsFirstReachesSomethingShared() {
        Set<String> idle = new TreeSet<>();
        Tables.SHIPPED.rows().stream().filter(SharedAccessTest::countsAccesses).forEach(row -> {
            Trace trace = new Trace();
            Tables.SHIPPED.run(row, trace);
            idle.addAll(idle(trace));
        });
        assertThat(idle).isEmpty();
    }

    private static boolean countsAccesses(TableRow row) {
        String asked = row.given() + row.command();
        return FLAWS.stream().noneMatch(asked::contains);
    }

    /** Names of steps that handle a command, not its first, and reach nothing shared. */
    private static List<String> idle(Trace trace) {
        List<String> idle = new ArrayList<>();
        Footprint seen = new Footprint();
        Model model = trace.model();
        model.reset();
        model.frame().observe(seen);
        boolean handling = false;
        for (int number = 1; number <= trace.length(); number++) {
            seen.reset();
            Step step = trace.step(number);
            step.fire();
            if (step.actor().name().equals("psp")) {
                boolean behind = handling;
                handling = HANDLES.test(step.name());
                if (behind && handling && !reachesShared(step, seen, model)) {
                    idle.add(step.name());
                }
            }
        }
        model.frame().observe(null);
        return idle;
    }

    private static boolean reachesShared(Step step, Footprint seen, Model model) {
        return step.name().endsWith(FLUSH) || step.name().endsWith(COPY)
                || seen.reads(model.layout()).stream().anyMatch(SHARED)
                || seen.writes(model.layout()).stream().anyMatch(SHARED);
    }
}
