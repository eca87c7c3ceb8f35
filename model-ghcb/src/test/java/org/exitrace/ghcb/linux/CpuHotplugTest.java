package org.exitrace.ghcb.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.host.GuestMachine;
import org.junit.jupiter.api.Test;

/** CPU offline and online. */
class CpuHotplugTest {

    private static GuestMachine hotplug(int rounds) {
        return GuestMachine.of(new CpuHotplug(rounds, new InitSipi(2, "linux")));
    }

    @Test
    void theApsBeginOnline() {
        assertThat(hotplug(1).software().apsStart()).isEqualTo(ApStart.RUNNING);
    }

    @Test
    void eachApComesBackWheneverItParks() {
        hotplug(1).explore().isVerified().has(50, 80);
        hotplug(1).aps(2).explore().isVerified().has(393, 927);
        hotplug(1).with("hold-form", "msr").spuriousWakes(1).explore().isVerified().has(106, 176);
    }

    /** On this host no wake is lost: it was only slower than the time-out. */
    @Test
    void anEncryptedApThatComesAliveTooLateIsNotBroughtOnlineByAnotherAttempt() {
        hotplug(2).explore().breaks("online").has(194, 316);
        hotplug(2).aps(2).explore().breaks("online").has(4_026, 9_200);
    }

    @Test
    void aCpuThatIsLeftOfflineAfterTheTimeOutMayComeAliveLate() {
        hotplug(2).with("late-cpu", "left-offline").explore().isVerified().has(94, 153);
        hotplug(2).with("late-cpu", "left-offline").aps(2).explore()
                .isVerified().has(1_139, 2_696);
    }

    @Test
    void initAndSipiAloneDoNotRestartAnEncryptedAp() {
        hotplug(1).with("restart", "bare-init-sipi").explore()
                .breaks("online", "lost-wake-up").has(30, 46);
    }

    @Test
    void theyRestartAnApWhoseRegistersTheHostCanSet() {
        hotplug(2).with("restart", "bare-init-sipi").plain().explore()
                .isVerified().has(75, 111);
        hotplug(1).with("restart", "bare-init-sipi").plain().spuriousWakes(1).aps(2).explore()
                .isVerified().has(149, 285);
    }

    @Test
    void whoLeavesTheHoldTooEarlyIsOnlineUnasked() {
        hotplug(1).with("hold-check", "nothing").spuriousWakes(1).explore()
                .breaks("S-15").has(89, 141);
    }
}
