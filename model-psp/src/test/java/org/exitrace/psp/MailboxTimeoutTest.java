package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.HostFaults;
import org.junit.jupiter.api.Test;

/** The counts are pinned: they change when anybody changes a step, a guard or a cell. */
class MailboxTimeoutTest {

    private static final FirmwareBounds SMALL = new FirmwareBounds(1, 1, 1, 1, 1, 0);

    @Test
    void aTimeoutLetsTheFirmwareWriteLateAndSucceedLate() {
        ExplorationResult result = new Exploration(launching().with(new HostFaults(true, false))
                .model()).go();
        assertThat(ids(result))
                .containsExactly("driver-in-step", "late-write", "late-success", "staging-page");
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(1_410);
    }

    @Test
    void aDeadPspHangsADriverThatWaitsWithoutLimit() {
        ExplorationResult result = new Exploration(launching().with(new HostFaults(false, true))
                .model()).go();
        assertThat(ids(result)).contains("deadlock");
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(479);
    }

    @Test
    void aTimeoutEndsTheWaitForADeadPsp() {
        ExplorationResult result = new Exploration(launching().with(new HostFaults(true, true))
                .model()).go();
        assertThat(ids(result)).doesNotContain("deadlock");
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(2_662);
    }

    private static Hosts launching() {
        return new Hosts(SMALL)
                .thread("sev_platform_init", "LAUNCH_START")
                .thread("DF_FLUSH");
    }

    private static List<String> ids(ExplorationResult result) {
        return result.broken().stream().map(PropertyVerdict::property)
                .map(property -> property.id()).toList();
    }
}
