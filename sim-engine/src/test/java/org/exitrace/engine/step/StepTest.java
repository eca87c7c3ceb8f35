package org.exitrace.engine.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepTest {

    private final int[] box = new int[1];
    private final GuardedStep<int[]> step = new GuardedStep<>(
            new Actor(0, "ap1"), "counts up", box, b -> b[0] < 2, b -> b[0]++);

    @Test
    void anActorsNameHasNoBlanks() {
        assertThatThrownBy(() -> new Actor(0, "two words")).hasMessageContaining("no blanks");
        assertThatThrownBy(() -> new Actor(0, "")).hasMessageContaining("no blanks");
        assertThat(new Actor(3, "psp")).hasToString("psp");
    }

    @Test
    void aStepIsOfferedWhileItsGuardHolds() {
        Step[] offered = new Step[3];
        assertThat(step.enabled()).isTrue();
        assertThat(step.offer(offered, 1)).isEqualTo(2);
        assertThat(offered).containsExactly(null, step, null);
        step.fire();
        step.fire();
        assertThat(step.enabled()).isFalse();
        assertThat(step.offer(offered, 2)).isEqualTo(2);
        assertThat(offered[2]).isNull();
        assertThat(box[0]).isEqualTo(2);
    }

    @Test
    void aStepKnowsWhoseItIsAndWhatItCosts() {
        assertThat(step.fullName()).isEqualTo("ap1 counts up");
        assertThat(step).hasToString("ap1 counts up");
        assertThat(step.name()).isEqualTo("counts up");
        assertThat(step.actor().name()).isEqualTo("ap1");
        assertThat(step.costKey() + step.delayKey() + step.source()).isEmpty();
        step.annotate("read in", "cost", "delay");
        assertThat(step.source()).isEqualTo("read in");
        assertThat(step.costKey()).isEqualTo("cost");
        assertThat(step.delayKey()).isEqualTo("delay");
        step.number(7);
        assertThat(step.index()).isEqualTo(7);
        assertThat(step.steps()).containsExactly(step);
    }

    @Test
    void aStepThatIsAlwaysOnOfferWaitsForNothing() {
        assertThat(step.waits()).isFalse();
        assertThat(step.waitsAt()).isEmpty();
    }
}
