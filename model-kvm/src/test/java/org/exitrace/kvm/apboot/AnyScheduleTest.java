package org.exitrace.kvm.apboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.TwinRun;
import org.exitrace.engine.step.Step;
import org.exitrace.kvm.apboot.RandomShapes.Chosen;

/** What holds of any machine, in any design, on any schedule. */
class AnyScheduleTest {

    private static final int MOST_STEPS = 600;

    @Provide
    Arbitrary<Chosen> machines() {
        return RandomShapes.any(4, 2);
    }

    @Provide
    Arbitrary<Chosen> smallMachines() {
        return RandomShapes.any(1, 0);
    }

    @Property(tries = 120, seed = "11", edgeCases = EdgeCasesMode.NONE)
    void aDeadCellIsClear(@ForAll("machines") Chosen chosen, @ForAll long seed) {
        Model model = chosen.machine();
        boolean flagOutlives = chosen.design().labels().get("sipi-hook").equals("v5-flag");
        new Run(model, new RandomChoice(seed)).goOnWhenBroken().atMost(MOST_STEPS)
                .tell(new RunObserver() {
                    @Override
                    public void stepped(Step step, long number, long atNs) {
                        for (int i = 0; i <= chosen.shape().aps(); i++) {
                            checkDeadCells(new Cells(model, "vcpu[" + i + "]."), flagOutlives);
                        }
                    }
                }).go();
    }

    private record Cells(Model model, String vcpu) {
        String at(String name) {
            return model.layout().find(vcpu + name).orElseThrow()
                    .renderIn(model.frame().snapshot());
        }
    }

    private static void checkDeadCells(Cells cells, boolean flagOutlives) {
        if (cells.at("running").equals("1")) {
            assertThat(List.of(cells.at("exit"), cells.at("ghcb_mapped"), cells.at("mp_state")))
                    .as(cells.vcpu() + " runs").startsWith("NONE", "0");
            assertThat(cells.at("mode")).isNotEqualTo("OUTSIDE_GUEST_MODE");
            if (!flagOutlives) {
                assertThat(cells.at("ap_reset_hold_type")).isEqualTo("NONE");
            }
        }
        if (!cells.at("exit").equals("NONE")) {
            assertThat(cells.at("running")).isEqualTo("0");
        }
        if (cells.at("mp_state").equals("AP_RESET_HOLD")) {
            assertThat(cells.at("ap_reset_hold_type")).isNotEqualTo("NONE");
        }
    }

    @Property(tries = 80, seed = "12", edgeCases = EdgeCasesMode.NONE)
    void twoMachinesOfOneShapeBehaveAlike(
            @ForAll("machines") Chosen chosen, @ForAll long seed) {
        TwinRun twins = new TwinRun(chosen::machine, new RandomChoice(seed));
        new Run(chosen.machine(), twins).goOnWhenBroken().atMost(MOST_STEPS).go();
        assertThat(twins.difference()).isEmpty();
    }

    @Property(tries = 25, seed = "13", edgeCases = EdgeCasesMode.NONE)
    void noRunBreaksWhatTheExplorerHasVerified(
            @ForAll("smallMachines") Chosen chosen, @ForAll long seed) {
        ExplorationResult all = new Exploration(chosen.machine())
                .within(Bounds.usual().states(60_000)).go();
        assertThat(all.error()).isEmpty();
        RunResult run = new Run(chosen.machine(), new RandomChoice(seed))
                .goOnWhenBroken().atMost(MOST_STEPS).go();
        if (all.isExhaustive()) {
            assertThat(all.broken()).extracting(verdict -> verdict.property().id())
                    .containsAll(run.broken().keySet().stream().map(one -> one.id()).toList());
        }
    }

    @Property(tries = 60, seed = "14", edgeCases = EdgeCasesMode.NONE)
    void eachTimeThatAStepNamesIsDeclared(@ForAll("machines") Chosen chosen) {
        Set<String> keys = new LinkedHashSet<>();
        for (Step step : chosen.machine().steps()) {
            keys.add(step.costKey());
            keys.add(step.delayKey());
        }
        keys.remove("");
        assertThat(ApBoot.TIMING_KEYS).containsAll(keys);
    }
}
