package org.exitrace.ghcb.ovmf;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.host.GuestMachine;
import org.junit.jupiter.api.Test;

/** APs that PEI has parked and DXE wakes. */
class PeiToDxeTest {

    private static GuestMachine handOver() {
        return GuestMachine.of(new PeiToDxe(new InitSipi(1, "ovmf")));
    }

    @Test
    void theApsBeginInPeisPark() {
        assertThat(handOver().software().apsStart()).isEqualTo(ApStart.PARKED);
    }

    @Test
    void whoReadsAfterTheHoldWorksWithDxesData() {
        handOver().explore().isVerified().has(11, 11);
        handOver().aps(2).explore().isVerified().has(41, 66);
        handOver().spuriousWakes(2).explore().isVerified().has(85, 125);
    }

    @Test
    void whoReadBeforeTheHoldWorksWithPeisData() {
        handOver().with("cpu-data-read", "before-hold").explore()
                .breaks("R11", "uses-dxe-data").has(10, 10);
    }

    @Test
    void whoLeavesTheHoldTooEarlyWorksWithPeisData() {
        handOver().with("hold-check", "nothing").spuriousWakes(1).explore()
                .breaks("R11", "S-15").has(98, 148);
    }
}
