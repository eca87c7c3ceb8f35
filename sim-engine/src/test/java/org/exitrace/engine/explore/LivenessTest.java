package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.property.Fairness;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.junit.jupiter.api.Test;

class LivenessTest {

    private final ModelBuilder builder = new ModelBuilder("debts", Design.usual(List.of()));
    private final CountCell at = builder.region("main").count("at", 9);
    private final FlagCell lamp = builder.region("lamp").flag("on");

    @Test
    void findsAFairCycleThatNeverPays() {
        moves("main", 0, 1);
        moves("main", 1, 2);
        moves("main", 2, 1);
        moves("main", 2, 3);
        owed();

        PropertyVerdict verdict = explored().verdict("pays");

        assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(verdict.witness().orElseThrow().steps()).containsExactly("main 0 to 1");
        assertThat(verdict.witness().orElseThrow().cycle())
                .containsExactly("main 1 to 2", "main 2 to 1");
    }

    @Test
    void doesNotReportACycleThatNeglectsAnActor() {
        moves("main", 0, 1);
        moves("payer", 1, 3);
        lampFlickers();
        owed();

        assertThat(explored().verdict("pays").outcome()).isEqualTo(Outcome.HOLDS);
    }

    /** Steps into states that are known count, also behind the last state that it may know. */
    @Test
    void doesNotReportACycleBecauseOfABoundOnStates() {
        moves("main", 0, 3);
        moves("main", 0, 1);
        moves("payer", 1, 3);
        lampFlickers();
        owed();
        Model model = builder.build();

        for (int most = 1; most <= 7; most++) {
            ExplorationResult result = new Exploration(model)
                    .within(Bounds.usual().states(most)).go();
            assertThat(result.verdict("pays").outcome()).as("at most " + most)
                    .isEqualTo(result.isExhaustive() ? Outcome.HOLDS : Outcome.UNDECIDED);
        }
    }

    @Test
    void reportsTheSameCycleWhereNothingIsAssumed() {
        moves("main", 0, 1);
        moves("payer", 1, 3);
        lampFlickers();
        owed().under(Fairness.NONE);

        PropertyVerdict verdict = explored().verdict("pays");

        assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(verdict.witness().orElseThrow().cycle())
                .allMatch(step -> step.startsWith("flicker"));
    }

    @Test
    void givesEachActorItsDueInTheCycle() {
        moves("main", 0, 1);
        moves("one", 1, 2);
        moves("one", 2, 1);
        moves("two", 1, 4);
        moves("two", 4, 1);
        lampFlickers();
        owed();

        Witness witness = explored().verdict("pays").witness().orElseThrow();

        assertThat(witness.cycle()).anyMatch(step -> step.startsWith("flicker"));
    }

    @Test
    void aMachineThatGoesRoundForEverDoesNotComeToRest() {
        moves("main", 0, 1);
        moves("main", 1, 0);
        moves("main", 1, 2);

        PropertyVerdict verdict = verdictOnRest();

        assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(verdict.witness().orElseThrow().cycle())
                .containsExactly("main 0 to 1", "main 1 to 0");
    }

    @Test
    void aMachineThatOnlyAnUnfairScheduleKeepsBusyComesToRest() {
        moves("main", 0, 1);
        moves("main", 1, 0);
        moves("other", 0, 2);
        moves("other", 1, 2);

        assertThat(verdictOnRest().outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void findsAScheduleThatRestsOwing() {
        moves("main", 0, 1);
        moves("main", 1, 3);
        moves("other", 1, 5);
        owed();

        PropertyVerdict verdict = explored().verdict("pays");

        assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(verdict.witness().orElseThrow())
                .isEqualTo(Witness.of(List.of("main 0 to 1", "other 1 to 5")));
    }

    @Test
    void owesNothingBeforeTheTriggerHeld() {
        moves("main", 0, 7);
        moves("main", 7, 0);
        owed();

        assertThat(explored().verdict("pays").outcome()).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void owesStillWhenTheTriggerHasPassed() {
        moves("main", 0, 1);
        moves("main", 1, 7);
        moves("main", 7, 8);
        moves("main", 8, 7);
        owed();

        Witness witness = explored().verdict("pays").witness().orElseThrow();

        assertThat(witness.steps()).containsExactly("main 0 to 1", "main 1 to 7");
        assertThat(witness.cycle()).containsExactly("main 7 to 8", "main 8 to 7");
    }

    @Test
    void saysNothingBehindABoundButWhatItSaw() {
        moves("main", 0, 1);
        moves("main", 1, 2);
        moves("main", 2, 4);
        moves("main", 4, 3);
        owed();

        ExplorationResult result = new Exploration(builder.build())
                .within(Bounds.usual().states(3)).go();

        assertThat(result.verdict("pays").outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void leavesItOpenDepthFirst() {
        moves("main", 0, 1);
        owed();

        assertThat(new Exploration(builder.build()).order(SearchOrder.DEPTH_FIRST).go()
                .verdict("pays").outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void tellsOfThePropertiesAloneThatAreLookedAt() {
        moves("main", 0, 1);
        owed();
        builder.never("at-1", "it is at 1", () -> at.is(1));
        Model model = builder.build();

        ExplorationResult all = new Exploration(model).go();
        ExplorationResult one = new Exploration(model).checked()
                .lookingAt(property -> property.id().equals("at-1")).go();
        assertThat(all.broken()).extracting(verdict -> verdict.property().id())
                .containsExactly("pays", "at-1");
        assertThat(one.properties()).containsExactly(all.verdict("at-1"));
        assertThat(one.states()).isEqualTo(all.states());
        assertThat(new Exploration(model).withoutProperties().go().properties()).isEmpty();
    }

    private void moves(String actor, int from, int to) {
        var who = actors.computeIfAbsent(actor, builder::actor);
        builder.on(who, at).step(from + " to " + to).when(cell -> cell.is(from))
                .then(cell -> cell.become(to));
    }

    private final java.util.Map<String, org.exitrace.engine.step.Actor> actors =
            new java.util.LinkedHashMap<>();

    private void lampFlickers() {
        builder.on(builder.actor("flicker"), lamp)
                .step("on").when(FlagCell::isClear).then(FlagCell::raise)
                .step("off").when(FlagCell::isSet).then(FlagCell::clear);
    }

    private Property owed() {
        return builder.eventually("pays", "who was at 1 gets to 3",
                () -> at.is(1), () -> at.is(3));
    }

    private PropertyVerdict verdictOnRest() {
        builder.comesToRest();
        return new Exploration(builder.build()).checked().go().verdict(Property.LIVELOCK);
    }

    private ExplorationResult explored() {
        Model model = builder.build();
        ExplorationResult result = new Exploration(model).checked().go();
        result.verdict("pays").witness().ifPresent(w -> SearchAgreementTest.take(model, w));
        return result;
    }
}
