package org.exitrace.kvm.apboot;

import static org.exitrace.kvm.apboot.ApBootShape.smallest;
import static org.exitrace.kvm.apboot.Explored.machine;

import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.junit.jupiter.api.Test;

/** Single sentences of lapic.c, x86.c and sev.c that decide what a machine may do. */
class ApBootReadingsTest {

    private static final ApBootShape USER_LAPIC = new ApBootShape(
            Story.POWER_ON, 1, 1, false, 2, 0, 0, 0, true, true, ApStart.OFF);
    private static final ApBootShape PLAIN_TWICE = new ApBootShape(
            Story.HOTPLUG, 1, 2, true, 2, 0, 0, 0, false, false, ApStart.RUNNING);

    @Test
    void aSipiThatIsLeftOverIsNoInitToALapicInUserSpace() {
        machine(USER_LAPIC).isVerified();
    }

    @Test
    void anApThatIsParkedInTheVmmSleepsThroughItsWakeToo() {
        machine(USER_LAPIC, "vmm-at-sipi=drops").breaks("L7", "lost-wake-up", "deadlock");
    }

    @Test
    void aPresetReleaseStandsInAHoldThatWasThereFromTheStart() {
        machine(smallest(Story.FIRMWARE_ROUNDS).withNmis(1), "hold-preset=one",
                "sipi-hook=latched", "hold-with-events=parks-for-init")
                .breaks("S-12", "counted-twice");
    }

    @Test
    void whatCameBeforeAugust2024KnowsNoReleaseThatAHoldMisses() {
        machine(smallest(Story.POWER_ON), "sipi-hook=ghcb-check", "hold-with-events=parks",
                "ghcb-unmap=at-vmrun").breaks("L7", "lost-wake-up", "S-13", "deadlock");
        machine(smallest(Story.POWER_ON), "sipi-hook=v5-flag", "hold-with-events=parks",
                "ghcb-unmap=at-vmrun").breaks("L7", "lost-wake-up", "S-13", "deadlock");
    }

    @Test
    void aLeftOverSipiTakesTheNextOneWithItUnlessTheWordIsExchanged() {
        machine(PLAIN_TWICE, "restart=bare-init-sipi").breaks("online", "deadlock");
        machine(PLAIN_TWICE, "restart=bare-init-sipi", "init-sipi-events=exchanged-word")
                .isVerified();
    }

    @Test
    void fourChangesCloseTheLostWakeUpForTwoSipisAndAnNmiAsWell() {
        ApBootShape busy = new ApBootShape(
                Story.POWER_ON, 1, 1, false, 2, 1, 0, 0, true, false, ApStart.OFF);
        String[] three = {"sipi-hook=latched", "hold-with-events=parks-for-init",
            "ghcb-unmap=at-vmrun"};
        machine(busy, three).breaks("L7", "L2", "deadlock");
        machine(busy, three[0], three[1], three[2], "init-sipi-events=exchanged-word")
                .isVerified();
    }
}
