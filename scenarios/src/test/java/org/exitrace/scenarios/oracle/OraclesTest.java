package org.exitrace.scenarios.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.profile.ProfileReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OraclesTest {

    private static List<Prediction> all;

    @BeforeAll
    static void predicts() {
        all = new Oracles(new Library()::scenario).predict(List.of());
    }

    @Test
    void eachFailureIsSaidToBeOneAndNoOther() {
        assertThat(all).isNotEmpty().allSatisfy(each -> {
            String note = each.outcome().note();
            switch (each.verdict()) {
                case HOLDS -> assertThat(note).as(each.outcome().what()).isEmpty();
                case FAILS -> assertThat(note).as(each.outcome().what()).startsWith("fails: ");
                default -> assertThat(note).as(each.outcome().what()).startsWith("unjudged: ");
            }
        });
    }

    @Test
    void theRateOfManySendersIsTheirNumberByTheLatency() {
        assertThat(all).filteredOn(each -> each.outcome().oracle().equals("ipi-storm"))
                .hasSize(3).allSatisfy(each -> assertThat(each.errorPercent().orElseThrow().abs())
                        .isLessThan(new BigDecimal("0.1")));
    }

    @Test
    void launchesThatWereMadeTogetherAreLeftUnjudged() {
        assertThat(all).filteredOn(each -> each.outcome().oracle().equals("launch-together"))
                .hasSize(5).allMatch(each -> each.verdict() == Prediction.Verdict.UNJUDGED);
    }

    @Test
    void aLargeRegionIsPredictedFromSmallOnes() {
        assertThat(predicted("LAUNCH_UPDATE of 32 MiB")).isEqualByComparingTo("8248.748899");
    }

    @Test
    void anIpiThatIsNotEmulatedIsPredictedFromItsParts() {
        assertThat(predicted("xAPIC, if nothing is emulated")).isEqualByComparingTo("3645");
    }

    @Test
    void whatSnpAddsToVhostIsPredictedFromItsExits() {
        assertThat(predicted("what SNP adds, vhost")).isEqualByComparingTo("9.2");
    }

    @Test
    void aWakeUpUnderHaltpollIsPredictedFromTheOneWithout() {
        assertThat(predicted("with haltpoll, by the 330 us without")).isEqualByComparingTo("330");
    }

    @Test
    void allInputsAreConstantsOfANamedMachine() {
        assertThat(ProfileReader.named("oracle-inputs").costs()).allSatisfy(cost -> {
            assertThat(cost.form()).startsWith("constant ");
            assertThat(cost.cpu()).isNotEmpty();
        });
    }

    @Test
    void eachScenarioUnderTimingPredictsSomething() {
        Library library = new Library();
        for (String name : library.catalogue().select(List.of("timing")).stream()
                .map(entry -> entry.name()).toList()) {
            Scenario scenario = library.scenario(name);
            assertThat(all).extracting(each -> each.outcome().scenario()).contains(name);
            assertThat(scenario.designs()).extracting(ScenarioDesign::name).containsAll(
                    all.stream().filter(each -> each.outcome().scenario().equals(name))
                            .map(each -> each.outcome().design()).toList());
        }
    }

    @Test
    void refusesAnOracleThatIsNone() {
        assertThatThrownBy(() -> new Oracles(new Library()::scenario).predict(List.of("pingg")))
                .hasMessage("there is no oracle 'pingg'; did you mean 'ping'?");
    }

    private static BigDecimal predicted(String what) {
        return all.stream().filter(each -> each.outcome().what().equals(what)).findFirst()
                .orElseThrow().predicted();
    }
}
