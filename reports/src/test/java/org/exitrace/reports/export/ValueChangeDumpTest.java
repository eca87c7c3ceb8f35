package org.exitrace.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.exitrace.engine.state.CellChange;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.MailboxRuns;
import org.exitrace.reports.view.CellView;
import org.exitrace.reports.view.RunView;
import org.junit.jupiter.api.Test;

class ValueChangeDumpTest {

    @Test
    void writesTheTimedRunAsTheReviewedFileDoes() {
        Golden.check("prompt.vcd", ValueChangeDump.of(MailboxRuns.prompt()));
    }

    @Property(tries = 200)
    @Domain(HostileTexts.class)
    void eachCellIsASignalThatTakesItsValuesInTurn(@ForAll RunView run) {
        Waves waves = new Waves(ValueChangeDump.of(run));

        assertThat(waves.kinds).hasSize(1 + run.cells().size());
        assertThat(waves.values.get("run|step")).hasSize(1 + run.stepCount());
        for (CellView cell : run.cells()) {
            List<String> values = new java.util.ArrayList<>(List.of(cell.initial()));
            for (int number = 1; number <= run.stepCount(); number++) {
                run.step(number).changes().stream()
                        .filter(change -> change.cell().equals(cell.name()))
                        .map(CellChange::after).forEach(values::add);
            }
            String region = cell.region();
            String signal = "run|" + (region.isEmpty() ? cell.name()
                    : region + "|" + cell.name().substring(region.length() + 1));
            assertThat(waves.values.get(signal)).isEqualTo(values);
        }
    }

    @Property(tries = 100)
    @Domain(HostileTexts.class)
    void timeNeverGoesBack(@ForAll RunView run) {
        assertThat(new Waves(ValueChangeDump.of(run)).times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void writesEachTypeOfCellWithItsWidth() {
        Waves waves = new Waves(ValueChangeDump.of(Types.run()));

        assertThat(waves.kinds).containsEntry("run|r|flag", "wire 1")
                .containsEntry("run|r|number", "integer 32")
                .containsEntry("run|r|word", "wire 64").containsEntry("run|r|set", "string 1");
        assertThat(waves.values.get("run|r|number")).containsExactly("1".repeat(30) + "01");
        assertThat(waves.values.get("run|r|word")).containsExactly("1".repeat(64));
        assertThat(waves.values.get("run|r|set")).containsExactly("{1,2}");
    }
}
