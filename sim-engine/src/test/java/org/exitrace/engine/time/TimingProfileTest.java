package org.exitrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimingProfileTest {

    private final TimingProfile milan =
            TimingProfile.named("milan").with("exit", Duration.constant(1_230), "measured");

    @Test
    void aKeyHasItsTimeAndItsSource() {
        assertThat(milan.duration("exit").sample(null)).isEqualTo(1_230);
        assertThat(milan.costs().get("exit").source()).isEqualTo("measured");
        assertThat(milan.name()).isEqualTo("milan");
    }

    @Test
    void theEmptyKeyCostsNothing() {
        assertThat(milan.duration("").sample(null)).isZero();
    }

    @Test
    void whatIsUnknownTwiceOrEmptyIsRefused() {
        assertThatThrownBy(() -> milan.duration("entry")).isInstanceOf(UnknownCostException.class)
                .hasMessage("profile 'milan' has no cost 'entry'; add it with its source, or choose"
                        + " a profile that has it");
        assertThatThrownBy(() -> milan.with("exit", Duration.constant(1), ""))
                .hasMessage("profile 'milan' has key 'exit' twice");
        assertThatThrownBy(() -> milan.with("", Duration.constant(1), ""))
                .hasMessageContaining("the empty key");
    }

    @Test
    void aProfileIsNotChangedByWhatIsMadeOfIt() {
        milan.with("entry", Duration.constant(1), "");
        assertThat(milan.costs()).hasSize(1);
    }
}
