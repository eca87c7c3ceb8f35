package org.exitrace.ghcb.guest;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.exitrace.ghcb.host.GuestMachine;

/** What holds of any guest software, in any design, on any schedule. */
class AnyScheduleTest {

    private static final int MOST_STEPS = 400;

    @Provide
    Arbitrary<GuestMachine> machines() {
        return RandomMachines.any(3);
    }

    @Provide
    Arbitrary<GuestMachine> smallMachines() {
        return RandomMachines.any(1);
    }

    @Property(tries = 150, seed = "21", edgeCases = EdgeCasesMode.NONE)
    void aDeadCellIsClear(@ForAll("machines") GuestMachine machine, @ForAll long seed) {
        Model model = machine.build();
        new Run(model, new RandomChoice(seed)).goOnWhenBroken().atMost(MOST_STEPS)
                .tell(new RunObserver() {
                    @Override
                    public void stepped(Step step, long number, long atNs) {
                        for (int cpu = 0; cpu <= machine.aps(); cpu++) {
                            checkDeadCells(model, "cpu[" + cpu + "].");
                        }
                    }
                }).go();
    }

    private static void checkDeadCells(Model model, String cpu) {
        String exit = cell(model, cpu + "exit");
        if (cell(model, cpu + "running").equals("1")) {
            assertThat(exit).as(cpu).isEqualTo("NONE");
        }
        if (!exit.equals("ICR_WRITE")) {
            assertThat(cell(model, cpu + "icr_mode")).as(cpu).isEqualTo("INIT");
            assertThat(cell(model, cpu + "icr_target")).as(cpu).isEqualTo("none");
        }
    }

    private static String cell(Model model, String name) {
        return model.layout().find(name).orElseThrow().renderIn(model.frame().snapshot());
    }

    @Property(tries = 100, seed = "22", edgeCases = EdgeCasesMode.NONE)
    void twoMachinesOfOneShapeBehaveAlike(
            @ForAll("machines") GuestMachine machine, @ForAll long seed) {
        TwinRun twins = new TwinRun(machine::build, new RandomChoice(seed));
        new Run(machine.build(), twins).goOnWhenBroken().atMost(MOST_STEPS).go();
        assertThat(twins.difference()).isEmpty();
    }

    @Property(tries = 40, seed = "23", edgeCases = EdgeCasesMode.NONE)
    void noRunBreaksWhatTheExplorerHasVerified(
            @ForAll("smallMachines") GuestMachine machine, @ForAll long seed) {
        ExplorationResult all = new Exploration(machine.build())
                .within(Bounds.usual().states(50_000)).go();
        assertThat(all.isExhaustive()).as(all.summary()).isTrue();
        RunResult run = new Run(machine.build(), new RandomChoice(seed))
                .goOnWhenBroken().atMost(MOST_STEPS).go();
        assertThat(all.broken()).extracting(verdict -> verdict.property().id())
                .containsAll(run.broken().keySet().stream().map(one -> one.id()).toList());
    }
}
