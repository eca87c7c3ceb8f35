package org.exitrace.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.ReachedStates;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.junit.jupiter.api.Test;

/** A lamp that is seen to shine; its switch and its fuse are not seen. */
class VisibleBehaviourTest {

    private static final List<String> SEEN = List.of("house shine", "house go dark");
    private static final int SHINE = 0;
    private static final int DARK = 1;

    private final VisibleBehaviour lamp =
            new VisibleBehaviour(ReachedStates.of(lamp(), 100), SEEN);

    @Test
    void followsWhatIsSeenThroughHiddenSteps() {
        int lit = lamp.after(lamp.beginning(), SHINE);
        int dark = lamp.after(lit, DARK);

        assertThat(lamp.offered(lit)).containsExactly("house go dark");
        assertThat(lamp.after(lit, SHINE)).isEqualTo(VisibleBehaviour.NONE);
        assertThat(lamp.after(dark, SHINE)).isNotEqualTo(VisibleBehaviour.NONE);
    }

    @Test
    void explainsWithAsFewHiddenStepsAsThereCanBe() {
        assertThat(lamp.explain(lamp.beginning(), new int[] {SHINE, DARK, SHINE}))
                .containsExactly(List.of("house press"), List.of("house press"),
                        List.of("house press"));
    }

    @Test
    void needsNoExplanationWhereNothingIsKnown() {
        assertThat(lamp.explain(lamp.anywhere(), new int[] {DARK}))
                .containsExactly(List.of());
    }

    @Test
    void isOfOneSetWhereTheSameIsKnown() {
        int once = lamp.after(lamp.after(lamp.beginning(), SHINE), DARK);
        int twice = lamp.after(lamp.after(once, SHINE), DARK);

        assertThat(twice).isEqualTo(once);
    }

    @Test
    void refusesAModelOfWhichStatesAreMissing() {
        ReachedStates few = ReachedStates.of(lamp(), 2);

        assertThatThrownBy(() -> new VisibleBehaviour(few, SEEN))
                .hasMessageContaining("not all states are there");
    }

    private static Model lamp() {
        ModelBuilder builder = new ModelBuilder("lamp", Design.usual(List.of()));
        Lamp lamp = new Lamp(builder.region("lamp"));
        builder.on(builder.actor("house"), lamp)
                .step("press").then(l -> l.pressed.become(l.pressed.isClear()))
                .step("blow the fuse").when(l -> l.blown.isClear()).then(l -> l.blown.raise())
                .step("mend the fuse").when(l -> l.blown.isSet()).then(l -> l.blown.clear())
                .step("shine").when(l -> l.lit.isClear() && l.pressed.isSet() && l.blown.isClear())
                .then(l -> l.lit.raise())
                .step("go dark").when(l -> l.lit.isSet() && l.pressed.isClear())
                .then(l -> l.lit.clear());
        return builder.build();
    }

    private static final class Lamp extends Region {
        final FlagCell pressed = cells().flag("pressed");
        final FlagCell blown = cells().flag("blown");
        final FlagCell lit = cells().flag("lit");

        Lamp(CellScope scope) {
            super(scope);
        }
    }
}
