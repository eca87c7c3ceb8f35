package org.exitrace.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void sentencesBecomeStepsInOrder() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        FlagCell flag = open.region("r").flag("f");
        open.on(open.actor("a"), flag)
                .step("raises").when(FlagCell::isClear).from("here").costs("c").after("d")
                .then(FlagCell::raise)
                .step("clears").then(FlagCell::clear);
        Model model = open.build();
        Step[] enabled = model.stepBuffer();
        assertThat(model.enabled(enabled)).isEqualTo(2);
        assertThat(enabled).extracting(Step::fullName).containsExactly("a raises", "a clears");
        assertThat(model.steps()).extracting(Step::index).containsExactly(0, 1);
        Step raises = enabled[0];
        assertThat(raises.source() + raises.costKey() + raises.delayKey()).isEqualTo("herecd");
        raises.fire();
        assertThat(model.enabled(enabled)).isEqualTo(1);
        assertThat(enabled[0].name()).isEqualTo("clears");
        model.reset();
        assertThat(flag.isClear()).isTrue();
        assertThat(model.sourceCount()).isEqualTo(2);
        assertThat(model.source(1).actor().name()).isEqualTo("a");
        assertThat(model.name()).isEqualTo("m");
    }

    @Test
    void everyModelHasTheDeadlockPropertyLast() {
        Model model = LostWakeUp.broken();
        assertThat(model.properties()).extracting(Property::id)
                .containsExactly("parks", "served", "deadlock");
        assertThat(model.property("served")).isPresent();
        assertThat(model.property("nothing")).isEmpty();
    }

    @Test
    void aModelPromisesToRestWhereItIsAskedTo() {
        Model model = LostWakeUp.broken();
        assertThat(model.promisingRest().properties()).extracting(Property::id)
                .containsExactly("parks", "served", "livelock", "deadlock");
        assertThat(model.promisingRest().frame()).isSameAs(model.frame());
        assertThat(model.properties()).hasSize(3);
        Model asked = model.promisingRest();
        assertThat(asked.promisingRest()).isSameAs(asked);
    }

    @Test
    void aModelPromisesOnlyWhatOneAsksAbout() {
        Model model = LostWakeUp.broken();
        Property served = model.property("served").orElseThrow();
        assertThat(model.promisingOnly(served).properties()).containsExactly(served);
        assertThat(model.promisingOnly(served).frame()).isSameAs(model.frame());
        assertThat(model.properties()).hasSize(3);
    }

    @Test
    void twoModelsOfOneFactoryHaveFramesOfTheirOwn() {
        Model one = LostWakeUp.broken();
        Model other = LostWakeUp.broken();
        long before = other.fingerprint();
        one.steps().get(0).fire();
        assertThat(other.fingerprint()).isEqualTo(before).isNotEqualTo(one.fingerprint());
        assertThat(one.firstState()).isEqualTo(other.frame().snapshot());
        assertThat(one.design()).isEqualTo(other.design());
        assertThat(one.actors()).extracting("name").containsExactly("sleeper", "waker");
    }

    @Test
    void aPropertyOverRegionsBreaksForAnyOfThem() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        List<FlagCell> flags = List.of(open.region("a").flag("f"), open.region("b").flag("f"));
        Property never = open.never("set", "a flag is set", flags, FlagCell::isSet);
        open.build();
        assertThat(never.isBrokenHere()).isFalse();
        flags.get(1).raise();
        assertThat(never.isBrokenHere()).isTrue();
    }

    @Test
    void whatIsDeclaredTwiceIsRefused() {
        ModelBuilder open = new ModelBuilder("m", Design.usual(List.of()));
        open.actor("a");
        open.always("p", "x", () -> true);
        assertThatThrownBy(() -> open.actor("a")).hasMessage("actor 'a' is declared twice");
        assertThatThrownBy(() -> open.atRest("p", "y", () -> true))
                .hasMessage("property 'p' is declared twice");
    }
}
