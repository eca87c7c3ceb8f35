package org.exitrace.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InformalTraceTest {

    @Test
    void writesTheLostRingAsTheReviewedFileDoes() {
        Golden.check("lost-ring.itf.json", InformalTrace.of(MailboxRuns.lostRing()));
    }

    @Property(tries = 200)
    @Domain(HostileTexts.class)
    void hasAStateForEachStepWithEveryVariableInIt(@ForAll RunView run) {
        JsonNode document = document(run);
        List<String> vars = new ArrayList<>();
        document.get("vars").forEach(name -> vars.add(name.stringValue()));

        assertThat(vars).hasSize(2 + run.cells().size())
                .containsAll(run.cells().stream().map(CellView::name).toList());
        assertThat(document.get("states").size()).isEqualTo(1 + run.stepCount());
        for (JsonNode state : document.get("states")) {
            assertThat(state.propertyNames()).contains("#meta").containsAll(vars)
                    .hasSize(1 + vars.size());
        }
    }

    @Property(tries = 200)
    @Domain(HostileTexts.class)
    void eachStepChangesWhatItChanged(@ForAll RunView run) {
        JsonNode states = document(run).get("states");
        for (int number = 1; number <= run.stepCount(); number++) {
            assertThat(states.get(number).get("action").stringValue()).isEqualTo(
                    run.actors().get(run.step(number).actor()) + " " + run.step(number).name());
            for (CellChange change : run.step(number).changes()) {
                assertThat(states.get(number).get(change.cell()).stringValue())
                        .isEqualTo(change.after());
                assertThat(states.get(number - 1).get(change.cell()).stringValue())
                        .isEqualTo(change.before());
            }
        }
    }

    @Test
    void writesEachTypeOfCellAsTheFormatWants() {
        JsonNode first = document(Types.run()).get("states").get(0);

        assertThat(first.get("r.flag").booleanValue()).isTrue();
        assertThat(first.get("r.number").get("#bigint").stringValue()).isEqualTo("-3");
        assertThat(first.get("r.word").get("#bigint").stringValue())
                .isEqualTo("18446744073709551615");
        assertThat(first.get("r.set").get("#set")).extracting(JsonNode::stringValue)
                .containsExactly("1", "2");
        assertThat(first.get("r.empty").get("#set").size()).isZero();
    }

    private static JsonNode document(RunView run) {
        return JsonMapper.shared().readTree(InformalTrace.of(run));
    }
}
