package org.exitrace.engine.property;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertyTest {

    private boolean holds;

    @Test
    void alwaysBreaksWhereItsConditionFails() {
        Property always = Property.of(PropertyKind.ALWAYS, "id", "it holds", () -> holds);
        assertThat(always.isBrokenHere()).isTrue();
        assertThat(always.conditionHolds()).isFalse();
        holds = true;
        assertThat(always.isBrokenHere()).isFalse();
        assertThat(always.conditionHolds()).isTrue();
        assertThat(always.triggerHolds()).isTrue();
    }

    @Test
    void neverBreaksWhereItsConditionHolds() {
        Property never = Property.of(PropertyKind.NEVER, "id", "it holds", () -> holds);
        assertThat(never.isBrokenHere()).isFalse();
        holds = true;
        assertThat(never.isBrokenHere()).isTrue();
    }

    @Test
    void noSingleStateBreaksTheOtherKinds() {
        for (PropertyKind kind : new PropertyKind[]{
            PropertyKind.REACHABLE, PropertyKind.AT_REST, PropertyKind.EVENTUALLY}) {
            assertThat(Property.of(kind, "id", "x", () -> holds).isBrokenHere()).isFalse();
            assertThat(Property.of(kind, "id", "x", () -> !holds).isBrokenHere()).isFalse();
        }
    }

    @Test
    void itReadsAsASentence() {
        Property property = Property.eventually("id", "it works", () -> holds, () -> true)
                .because("somebody waits").from("a book").under(Fairness.NONE);
        assertThat(property).hasToString("eventually: it works, because somebody waits");
        assertThat(property.because()).isEqualTo("somebody waits");
        assertThat(property.source()).isEqualTo("a book");
        assertThat(property.fairness()).isEqualTo(Fairness.NONE);
        assertThat(property.triggerHolds()).isFalse();
        assertThat(Property.of(PropertyKind.AT_REST, "id", "x", () -> true))
                .hasToString("at rest: x");
        assertThat(Property.of(PropertyKind.NEVER, "id", "x", () -> true).fairness())
                .isEqualTo(Fairness.ACTORS);
    }
}
