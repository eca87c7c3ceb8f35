package org.exitrace.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.MailboxRuns;
import org.exitrace.reports.view.RunView;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChromeTraceTest {

    @Test
    void writesTheTimedRunAsTheReviewedFileDoes() {
        Golden.check("prompt.perfetto.json", ChromeTrace.of(MailboxRuns.prompt()));
    }

    @Test
    void countsStepsWhereThereIsNoTime() {
        List<JsonNode> slices = events(MailboxRuns.lostRing(), "X");

        assertThat(slices).extracting(slice -> slice.get("ts").decimalValue().intValueExact())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void drawsAnArrowFromTheWriterToWhomItLetsGoOn() {
        RunView run = MailboxRuns.prompt();
        List<JsonNode> begins = events(run, "s");
        List<JsonNode> ends = events(run, "f");

        assertThat(begins).hasSameSizeAs(run.arrows()).isNotEmpty();
        for (int i = 0; i < begins.size(); i++) {
            assertThat(ends.get(i).get("id")).isEqualTo(begins.get(i).get("id"));
            assertThat(begins.get(i).get("tid").intValue())
                    .isEqualTo(run.step(run.arrows().get(i).from()).actor() + 1);
            assertThat(ends.get(i).get("tid").intValue())
                    .isEqualTo(run.step(run.arrows().get(i).to()).actor() + 1);
        }
    }

    @Property(tries = 200)
    @Domain(HostileTexts.class)
    void isJsonWithEachNameAsItIs(@ForAll RunView run) {
        List<JsonNode> slices = events(run, "X");

        assertThat(slices).hasSize(run.stepCount());
        for (int number = 1; number <= run.stepCount(); number++) {
            assertThat(slices.get(number - 1).get("name").stringValue())
                    .isEqualTo(run.step(number).name());
        }
    }

    @Property(tries = 200)
    @Domain(HostileTexts.class)
    void slicesOfATrackDoNotOverlap(@ForAll RunView run) {
        Map<Integer, BigDecimal> ends = new TreeMap<>();
        for (JsonNode slice : events(run, "X")) {
            BigDecimal begin = slice.get("ts").decimalValue();
            BigDecimal before = ends.put(slice.get("tid").intValue(),
                    begin.add(slice.get("dur").decimalValue()));
            assertThat(slice.get("dur").decimalValue()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
            assertThat(before == null || before.compareTo(begin) <= 0).isTrue();
        }
    }

    private static List<JsonNode> events(RunView run, String phase) {
        List<JsonNode> found = new ArrayList<>();
        JsonMapper.shared().readTree(ChromeTrace.of(run)).get("traceEvents").forEach(event -> {
            if (event.get("ph").stringValue().equals(phase)) {
                found.add(event);
            }
        });
        return found;
    }
}
