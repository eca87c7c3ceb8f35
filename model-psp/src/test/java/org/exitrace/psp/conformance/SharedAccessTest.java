package org.exitrace.psp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.state.Footprint;
import org.exitrace.engine.state.StateLayout;
import org.exitrace.engine.step.Step;
import org.exitrace.psp.host.SecureProcessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A command that needs no waiting is at most as many steps as it has shared accesses: in all rows
 * of tables each step of the firmware, from the doorbell to the interrupt, has one.
 */
class SharedAccessTest {

    /** What x86 software reads or writes too, and what is told of the host. */
    private static final Set<String> SHARED = Set.of("page", "cmd_buf", "cmd_buf_backup", "ccx",
            "mailbox", "key_memory", "platform.rmp_access", "platform.iommu_enforces", "host");
    /** VMRUN reads it, and only the firmware writes it: what it reads there it knows. */
    private static final String ITS_OWN = "asid_valid";
    /** Accesses that no cell of a model shows. */
    private static final Map<String, String> UNSEEN = Map.of(
            "reads CmdBufAddr_Hi",
            "both halves of the address are one cell, which the read of the lower one shows",
            "clean dirty ASIDs where done",
            "the data fabric is flushed; what that changes of memory is not modelled",
            "copy the request",
            "where its header is wrong, a flaw stands for what was read",
            "encrypt and write the response",
            "where the response cannot be copied out, nothing is written");

    /** What each step reached, by its name. */
    private static final Map<String, Set<String>> REACHED = new TreeMap<>();
    private static final Set<String> IDLE = new TreeSet<>();

    @BeforeAll
    static void runsAllRows() {
        Tables.SHIPPED.rows().forEach(row -> {
            Trace trace = new Trace();
            Tables.SHIPPED.run(row, trace);
            take(trace);
        });
    }

    @Test
    void eachStepOfTheFirmwareReachesSomethingShared() {
        assertThat(IDLE).filteredOn(step -> !UNSEEN.containsKey(label(step))).isEmpty();
    }

    @Test
    void eachAccessThatNoCellShowsIsSomewhereAStepOfItsOwn() {
        assertThat(IDLE).extracting(SharedAccessTest::label).containsOnly(
                UNSEEN.keySet().toArray(String[]::new));
    }

    @Test
    void whatJoinsTheCopyOfACommandReachesNothingElse() {
        assertThat(REACHED).containsEntry("psp: " + SecureProcessor.SEES, Set.of("mailbox"))
                .containsEntry("psp: " + SecureProcessor.COPIES, Set.of("cmd_buf"));
    }

    private static void take(Trace trace) {
        Footprint seen = new Footprint();
        Model model = trace.model();
        model.reset();
        model.frame().observe(seen);
        for (int number = 1; number <= trace.length(); number++) {
            seen.reset();
            Step step = trace.step(number);
            step.fire();
            if (step.actor().name().equals("psp")) {
                Set<String> shared = shared(seen, model.layout());
                REACHED.computeIfAbsent(step.name(), first -> new TreeSet<>()).addAll(shared);
                if (shared.isEmpty()) {
                    IDLE.add(step.name());
                }
            }
        }
        model.frame().observe(null);
    }

    private static Set<String> shared(Footprint seen, StateLayout layout) {
        return Stream.concat(
                        seen.reads(layout).stream().filter(cell -> !cell.endsWith(ITS_OWN)),
                        seen.writes(layout).stream())
                .map(SharedAccessTest::place).filter(SHARED::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Cells of the platform each count for themselves, of all others the region. */
    private static String place(String cell) {
        return cell.startsWith("platform.") ? cell : cell.split("[.\\[]")[0];
    }

    private static String label(String step) {
        return step.substring(step.indexOf(": ") + 2);
    }
}
