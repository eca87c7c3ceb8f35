package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.HostFaults;
import org.junit.jupiter.api.Test;

class MailboxTimeoutTest {

    private static final FirmwareBounds SMALL = new FirmwareBounds(1, 1, 1, 1, 1, 0);

    @Test
    void aTimeoutLetsTheFirmwareWriteLateAndSucceedLate() {
        ExplorationResult result = new Exploration(launching().with(new HostFaults(true, false))
                .model()).go();
        assertThat(ids(result)).contains("late-write", "late-success");
    }

    @Test
    void aDeadPspHangsADriverThatWaitsWithoutLimit() {
        ExplorationResult result = new Exploration(launching().with(new HostFaults(false, true))
                .model()).go();
        assertThat(ids(result)).contains("deadlock");
    }

    @Test
    void aTimeoutEndsTheWaitForADeadPsp() {
        ExplorationResult result = new Exploration(launching().with(new HostFaults(true, true))
                .model()).go();
        assertThat(ids(result)).doesNotContain("deadlock");
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
