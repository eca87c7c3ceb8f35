package org.exitrace.scenarios.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.scenarios.campaign.OperationSamples;
import org.exitrace.scenarios.comparison.ComparisonCell.State;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyTexts;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Family FAMILY = FamilyTexts.read(FamilyTexts.GOOD);

    private static ComparisonResult compared() {
        return new Comparison(FAMILY).go();
    }

    private static ComparisonCell cell(ComparisonResult result, int row, String column) {
        return result.cell(FAMILY.rows().get(row), FAMILY.column(column).orElseThrow());
    }

    @Test
    void breaksARowThatAnyOfItsScenariosBreaks() {
        ComparisonCell deadlock = cell(compared(), 0, "blindly");

        assertThat(deadlock.state()).isEqualTo(State.BROKEN);
        assertThat(deadlock.decided()).hasSize(2);
    }

    @Test
    void tellsTheShortestScheduleThatBreaksARow() {
        ComparisonCell.Decided broken = cell(compared(), 0, "blindly").broken().orElseThrow();
        List<String> steps = broken.witness().orElseThrow().once();
        Scenario scenario = broken.search().scenario().scenario();

        assertThat(new Run(scenario.build(broken.search().design()), Replay.of(steps)).go()
                .broken().keySet()).anyMatch(property -> property.id().equals("deadlock"));
        assertThat(steps).hasSize(new Exploration(scenario.build(broken.search().design())).go()
                .verdict("deadlock").witness().orElseThrow().once().size());
    }

    @Test
    void verifiesARowOfWhichAllWasSeenWhereItApplies() {
        ComparisonCell deadlock = cell(compared(), 0, "looking");

        assertThat(deadlock.state()).isEqualTo(State.VERIFIED);
        assertThat(deadlock.decided()).hasSize(1);
        assertThat(deadlock.reasons()).containsExactly("steel: nobody looks at a steel bell"
                + " again; take a brass one, or 'falling-asleep: blindly'");
    }

    @Test
    void doesNotKnowARowOfWhichABoundLeftSomethingOpen() {
        ComparisonCell counted = cell(compared(), 2, "looking");

        assertThat(counted.state()).isEqualTo(State.UNKNOWN);
        assertThat(counted.decided().get(1).search().summary())
                .startsWith("stopped by the bound on states, breadth-first: 5 distinct states");
    }

    @Test
    void appliesToNoDesignThatNoScenarioFits() {
        Family steelAlone = FamilyTexts.read(
                FamilyTexts.GOOD.replace("in: [brass, steel]", "in: [steel]"));
        ComparisonResult result = new Comparison(steelAlone).go();

        assertThat(result.cell(steelAlone.rows().get(0), steelAlone.columns().get(2)).state())
                .isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void tellsARowOfWhichSomeMachineNeverGetsToItsEnd() {
        Family unrung = FamilyTexts.read(FamilyTexts.GOOD
                .substring(0, FamilyTexts.GOOD.indexOf("crossings:"))
                .replace("a bell of brass\n", "a bell of brass\n"
                        + "    programs: {ringer: [{op: count}]}\n")
                .replace("in: [brass, small]", "in: [brass]"));
        ComparisonCell counted = new Comparison(unrung).go()
                .cell(unrung.rows().get(2), unrung.columns().get(0));

        assertThat(counted.state()).isEqualTo(State.VERIFIED);
        assertThat(counted.stopsEarly()).isTrue();
        assertThat(counted.decided().get(0).search().unreached())
                .extracting(Property::id).contains("everyone-woke");
        assertThat(cell(compared(), 0, "looking").stopsEarly()).isFalse();
    }

    @Test
    void makesOneSearchForAllRowsOfAScenario() {
        assertThat(compared().searches()).hasSize(7).allMatch(search ->
                search.result().isPresent());
    }

    @Test
    void findsTheSameInAnyNumberOfThreads() {
        List<String> found = new ArrayList<>();
        for (int threads : List.of(1, 2, 9)) {
            ComparisonResult result = new Comparison(FAMILY).threads(threads).go();
            StringBuilder all = new StringBuilder();
            result.cells().forEach(cell -> all.append(cell.state()).append(cell.broken()
                    .map(broken -> broken.witness().toString()).orElse("-")));
            result.searches().forEach(search -> all.append(search.summary()));
            result.measured().forEach(cell -> cell.samples().ifPresent(samples ->
                    all.append(List.of(sum(samples.steps()), sum(samples.crossings())))));
            found.add(all.toString());
        }
        assertThat(found).containsOnly(found.get(0));
    }

    @Test
    void keepsWhatIsOverWhenItIsStopped() {
        AtomicInteger asked = new AtomicInteger();
        ComparisonResult result = new Comparison(FAMILY).threads(1)
                .until(() -> asked.incrementAndGet() > 3).go();

        assertThat(result.searches().get(0).result()).isPresent();
        assertThat(result.searches().get(6).result()).isEmpty();
        assertThat(result.searches().get(6).summary()).isEqualTo("not begun");
        assertThat(cell(result, 2, "only-one").state()).isEqualTo(State.UNKNOWN);
        assertThat(result.measured()).allMatch(cell -> cell.samples().isEmpty());
    }

    @Test
    void findsNoMoreStatesThanItMay() {
        assertThat(new Comparison(FAMILY).atMostStates(3).go().searches())
                .allMatch(search -> search.result().orElseThrow().states() == 3);
    }

    @Test
    void countsStepsAndCrossingsFromTheFirstStepOfAnOperationToItsLast() {
        MeasuredCell ringing = compared().measured().get(2);
        OperationSamples samples = ringing.samples().orElseThrow();

        assertThat(ringing.column().name()).isEqualTo("only-one");
        assertThat(samples.runs()).isEqualTo(100);
        assertThat(samples.steps()).hasSize(100).contains(2L);
        assertThat(Arrays.stream(samples.steps())).allMatch(steps -> steps >= 2 && steps <= 5);
        assertThat(samples.crossings()).containsOnly(2L);
    }

    @Test
    void countsAStepThatTwoWordsCallACrossingOnce() {
        MeasuredCell ringing = compared().measured().get(0);

        assertThat(Arrays.stream(ringing.samples().orElseThrow().crossings()))
                .contains(2L).allMatch(crossings -> crossings >= 2 && crossings <= 5);
    }

    @Test
    void saysThatThereIsNoTimeWithoutAProfile() {
        MeasuredCell ringing = compared().measured().get(0);

        assertThat(ringing.why()).isEqualTo("no profile");
        assertThat(ringing.samples().orElseThrow().ns()).isEmpty();
    }

    @Test
    void saysWhichCostAProfileLacks() {
        Family costly = FamilyTexts.read(FamilyTexts.GOOD.replace(
                "sources:", "profile: amd-snp-genoa\nsources:"));
        MeasuredCell ringing = new Comparison(costly).go().measured().get(0);

        assertThat(ringing.why())
                .startsWith("cost 'look' is missing, which step 'sleeper0 sleep: look' wants");
        assertThat(ringing.samples().orElseThrow().steps()).hasSize(100);
    }

    @Test
    void measuresNothingWhereAMachineDoesNotApply() {
        MeasuredCell evening = compared().measured().get(4);

        assertThat(evening.samples()).isEmpty();
        assertThat(evening.why()).startsWith("nobody looks at a steel bell again");
    }

    private static long sum(long[] samples) {
        long sum = 0;
        for (long sample : samples) {
            sum += sample;
        }
        return sum;
    }
}
