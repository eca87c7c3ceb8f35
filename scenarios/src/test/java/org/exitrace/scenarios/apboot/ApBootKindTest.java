package org.exitrace.scenarios.apboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.scenarios.machine.MachineSpec;
import org.junit.jupiter.api.Test;

class ApBootKindTest {

    private final ApBootKind kind = new ApBootKind();
    private final MachineSpec scripted = MachineSpec.usual(kind).with("story", "scripted");

    @Test
    void refusesAPlainGuestWhoseApsBeginInAHoldThatItDoesNotHave() {
        MachineSpec plain = scripted.with("guest", "plain");

        assertThat(kind.refuses(plain.with("aps-start", "parked"))).contains(
                "a plain guest has no AP reset hold in which its APs could begin;"
                        + " with 'guest: plain' take 'aps-start: off' or 'aps-start: running'");
        assertThat(kind.refuses(plain)).isEmpty();
        assertThat(kind.refuses(scripted.with("aps-start", "parked"))).isEmpty();
    }
}
