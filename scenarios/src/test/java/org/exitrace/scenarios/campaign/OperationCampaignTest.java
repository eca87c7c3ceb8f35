package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.family.Crossings;
import org.exitrace.scenarios.family.MeasuredOperation;
import org.exitrace.scenarios.family.StepNames;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.profile.ProfileReader;
import org.junit.jupiter.api.Test;

class OperationCampaignTest {

    private static final Scenario SCENARIO =
            new Library().scenario("ap-boot/lost-wake-up-later-round");
    private static final TimingProfile TIMES = ProfileReader.named("amd-snp-genoa").times();

    private static OperationSamples samples(StepNames begins, StepNames ends, int threads) {
        return samples(begins, ends, false, threads);
    }

    private static OperationSamples samples(
            StepNames begins, StepNames ends, boolean once, int threads) {
        MeasuredOperation operation =
                new MeasuredOperation("x", "x", "x", begins, ends, once, 200, 5);
        return new OperationCampaign(SCENARIO, SCENARIO.design("repaired").orElseThrow(),
                operation, Crossings.NONE, Optional.of(TIMES)).threads(threads).go();
    }

    @Test
    void aWholeRunTakesWhatATimedRunTakes() {
        TimingSamples timed = new TimingCampaign(
                SCENARIO, SCENARIO.design("repaired").orElseThrow(), TIMES)
                .seed(5).runs(200).go();
        OperationSamples whole = samples(StepNames.NONE, StepNames.NONE, 2);

        assertThat(whole.ns()).isEqualTo(timed.endNs());
        assertThat(whole.steps()).isEqualTo(timed.steps());
    }

    @Test
    void eachTimeThatAnOperationIsDoneCounts() {
        StepNames init = new StepNames(List.of("bsp wake all: ICR = INIT"));
        StepNames sipi = new StepNames(List.of("bsp wake all: ICR = SIPI"));
        OperationSamples rounds = samples(init, sipi, 1);

        assertThat(rounds.runs()).isEqualTo(200);
        assertThat(rounds.ns()).hasSize(400);
        assertThat(rounds.unended()).isZero();
    }

    @Test
    void theFirstInEachRunCountsAloneWhereThatIsAsked() {
        StepNames init = new StepNames(List.of("bsp wake all: ICR = INIT"));
        StepNames sipi = new StepNames(List.of("bsp wake all: ICR = SIPI"));
        OperationSamples first = samples(init, sipi, true, 1);

        assertThat(first.ns()).hasSize(200);
        assertThat(first.unended()).isZero();
        assertThat(samples(sipi, init, true, 1).ns()).hasSize(200);
    }

    @Test
    void tellsInHowManyRunsAnOperationDidNotEnd() {
        StepNames sipi = new StepNames(List.of("bsp wake all: ICR = SIPI"));
        StepNames init = new StepNames(List.of("bsp wake all: ICR = INIT"));

        assertThat(samples(sipi, init, 1).unended()).isEqualTo(200);
    }
}
