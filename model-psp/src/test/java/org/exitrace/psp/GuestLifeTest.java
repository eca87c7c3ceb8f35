package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Page;
import org.junit.jupiter.api.Test;

class GuestLifeTest {

    private static final FirmwareBounds TWO_CCXS = new FirmwareBounds(2, 1, 2, 2, 1, 0);


    @Test
    void aGuestIsLaunchedActivatedAndTornDown() {
        ExplorationResult result = new Exploration(new Hosts(TWO_CCXS).thread(
                "INIT -> SUCCESS", "wbinvd-on-all-cpus", "DF_FLUSH -> SUCCESS",
                "LAUNCH_START -> SUCCESS", "ACTIVATE asid=1 -> SUCCESS",
                "LAUNCH_MEASURE -> SUCCESS", "LAUNCH_FINISH -> SUCCESS",
                "DEACTIVATE -> SUCCESS", "DECOMMISSION -> SUCCESS").model()).go();
        assertThat(result.broken()).isEmpty();
    }

    @Test
    void aSecondGuestLaunchesBeside() {
        ExplorationResult result = new Exploration(new Hosts(TWO_CCXS)
                .thread("INIT -> SUCCESS", "wbinvd-on-all-cpus", "DF_FLUSH -> SUCCESS",
                        "LAUNCH_START -> SUCCESS", "ACTIVATE asid=1 -> SUCCESS",
                        "LAUNCH_MEASURE -> SUCCESS", "LAUNCH_FINISH -> SUCCESS",
                        "DEACTIVATE -> SUCCESS", "DECOMMISSION -> SUCCESS")
                .thread("LAUNCH_START -> SUCCESS|INVALID_PLATFORM_STATE").model()).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.states()).isGreaterThan(100);
    }

    @Test
    void twoGuestsLiveBesideEachOther() {
        ExplorationResult result = new Exploration(new Hosts(TWO_CCXS)
                .thread("INIT -> SUCCESS", "wbinvd-on-all-cpus", "DF_FLUSH -> SUCCESS",
                        "write word=0", "LAUNCH_START -> SUCCESS", "ACTIVATE asid=1 -> SUCCESS",
                        "LAUNCH_MEASURE -> SUCCESS", "LAUNCH_FINISH -> SUCCESS",
                        "DEACTIVATE -> SUCCESS", "DECOMMISSION -> SUCCESS")
                .thread("await word=0", "LAUNCH_START -> SUCCESS", "ACTIVATE asid=2 -> SUCCESS",
                        "LAUNCH_MEASURE -> SUCCESS", "LAUNCH_FINISH -> SUCCESS",
                        "DEACTIVATE -> SUCCESS", "DECOMMISSION -> SUCCESS").model()).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(6_323);
    }

    @Test
    void anAsidIsRefusedUntilItWasFlushed() {
        ExplorationResult result = new Exploration(new Hosts(TWO_CCXS).thread(
                "INIT -> SUCCESS", "LAUNCH_START -> SUCCESS",
                "ACTIVATE asid=1 -> DF_FLUSH_REQUIRED", "DF_FLUSH -> WBINVD_REQUIRED",
                "wbinvd-on-all-cpus", "DF_FLUSH -> SUCCESS", "ACTIVATE asid=1 -> SUCCESS")
                .model()).go();
        assertThat(result.broken()).isEmpty();
    }

    @Test
    void aPacketIsWrittenWithItsHeader() {
        var model = new Hosts(new FirmwareBounds(1, 1, 1, 1, 1, 3)).thread(
                "INIT -> SUCCESS", "wbinvd-on-all-cpus", "DF_FLUSH -> SUCCESS",
                "LAUNCH_START -> SUCCESS", "ACTIVATE asid=1 -> SUCCESS",
                "LAUNCH_MEASURE -> SUCCESS", "LAUNCH_FINISH -> SUCCESS",
                "SEND_START -> SUCCESS", "write-page page=2 content=5",
                "SEND_UPDATE_DATA page=0 buffer=1 header=2 -> SUCCESS").model();
        assertThat(Hosts.atTheEnd(model, "page[2].content")).isEqualTo(Page.UNREADABLE);
    }
}
