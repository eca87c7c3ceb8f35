package org.exitrace.engine.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.sample.Repair;
import org.junit.jupiter.api.Test;

class DesignTest {

    private final Design usual = Design.usual(List.of(Repair.SWITCH));

    @Test
    void theUsualDesignDiffersInNothing() {
        assertThat(usual.get(Repair.SWITCH)).isEqualTo(Repair.NONE);
        assertThat(usual.differences()).isEmpty();
        assertThat(usual.labels()).isEqualTo(Map.of("repair", "none"));
        assertThat(usual).hasToString("repair=none");
        assertThat(usual.switches()).containsExactly(Repair.SWITCH);
    }

    @Test
    void anotherValueMakesAnotherDesign() {
        Design repaired = usual.with("repair", "atomic");
        assertThat(repaired.get(Repair.SWITCH)).isEqualTo(Repair.ATOMIC);
        assertThat(repaired.differences()).isEqualTo(Map.of("repair", "atomic"));
        assertThat(usual.get(Repair.SWITCH)).as("the first is as it was").isEqualTo(Repair.NONE);
        assertThat(repaired).isNotEqualTo(usual).isEqualTo(usual.with("repair", "atomic"))
                .hasSameHashCodeAs(usual.with("repair", "atomic"));
        assertThat(usual).isNotEqualTo("repair=none");
    }

    @Test
    void aValueTellsAboutItself() {
        assertThat(Repair.ATOMIC.label()).isEqualTo("atomic");
        assertThat(Repair.ATOMIC.meaning()).isEqualTo("looking and acting is one step");
        assertThat(Repair.ATOMIC.source()).isEqualTo("ours");
        assertThat(Repair.SWITCH.values()).containsExactly(Repair.NONE, Repair.ATOMIC);
    }

    @Test
    void whatIsUnknownIsRefusedWithWhatIsKnown() {
        assertThatThrownBy(() -> usual.with("repare", "none"))
                .isInstanceOf(UnknownSwitchException.class)
                .hasMessage("unknown switch 'repare'; this model has repair");
        assertThatThrownBy(() -> usual.with("repair", "some"))
                .hasMessage("switch 'repair' has no value 'some'; it has none, atomic");
        assertThatThrownBy(() -> Design.usual(List.of()).with("x", "y"))
                .hasMessageEndingWith("this model has none");
        assertThatThrownBy(() -> Design.usual(List.of()).get(Repair.SWITCH))
                .hasMessage("this design lacks switch 'repair'");
        assertThatThrownBy(() -> Design.usual(List.of(Repair.SWITCH, Repair.SWITCH)))
                .hasMessage("switch 'repair' stands twice");
    }
}
