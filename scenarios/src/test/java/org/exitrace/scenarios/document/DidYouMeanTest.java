package org.exitrace.scenarios.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

    @Test
    void offersTheClosestName() {
        assertThat(DidYouMean.remedy("exlpore", List.of("expect", "explore")))
                .isEqualTo("did you mean 'explore'?");
        assertThat(DidYouMean.remedy("kvm-set-mp-state", List.of("KVM_RUN", "KVM_SET_MP_STATE")))
                .isEqualTo("did you mean 'KVM_SET_MP_STATE'?");
    }

    @Test
    void listsTheNamesWhereNoneIsClose() {
        assertThat(DidYouMean.remedy("zebra", List.of("one", "two"))).isEqualTo(
                "there is one, two");
        assertThat(DidYouMean.remedy("zebra", List.of())).isEqualTo("there is none");
    }

    @Test
    void countsASwapAsOneMistake() {
        assertThat(DidYouMean.distance("rign", "ring")).isEqualTo(1);
        assertThat(DidYouMean.distance("", "ring")).isEqualTo(4);
        assertThat(DidYouMean.distance("sing", "ringo")).isEqualTo(2);
    }
}
