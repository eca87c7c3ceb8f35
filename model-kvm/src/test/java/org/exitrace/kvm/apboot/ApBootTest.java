package org.exitrace.kvm.apboot;

import static org.exitrace.kvm.apboot.ApBootShape.smallest;
import static org.exitrace.kvm.apboot.Explored.machine;

import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.junit.jupiter.api.Test;

/**
 * Small machines, explored to the end. The counts are pinned: they change when anybody changes a
 * step, a cell or a guard, and then the change has to be meant.
 */
class ApBootTest {

    private static final String[] REPAIRED = {
        "sipi-hook=latched", "hold-with-events=parks-for-init"};

    @Test
    void theWakeUpIsLostWhenTheApHasToldThatItIsDoneAndHasNotParked() {
        machine(smallest(Story.POWER_ON))
                .breaks("L7", "lost-wake-up", "S-13", "X-3", "deadlock").has(1_907, 3_601);
    }

    @Test
    void waitingForTheLastWordOfTheApDoesNotHelp() {
        machine(smallest(Story.POWER_ON), "first-round-wait=num-aps-executing")
                .breaks("L7", "lost-wake-up", "S-13", "X-3", "deadlock").has(2_000, 3_789);
    }

    @Test
    void aLatchedSipiAndAHoldThatParksForInitCloseTheLostWakeUpForGood() {
        machine(smallest(Story.POWER_ON), REPAIRED).isVerified().has(1_158, 2_196);
        machine(smallest(Story.POWER_ON).with(2, 1), REPAIRED).isVerified().has(100_924, 298_768);
    }

    @Test
    void aLaterRoundLosesItToo() {
        machine(smallest(Story.FIRMWARE_ROUNDS)).isVerified().has(385, 716);
        machine(smallest(Story.FIRMWARE_ROUNDS).with(1, 2))
                .breaks("L7", "lost-wake-up", "S-13", "X-3", "deadlock").has(2_020, 3_822);
        machine(smallest(Story.FIRMWARE_ROUNDS).with(1, 2), REPAIRED)
                .isVerified().has(1_271, 2_417);
    }

    @Test
    void soDoesTheHandOverToTheOperatingSystem() {
        machine(smallest(Story.EXIT_BOOT_SERVICES))
                .breaks("online", "lost-wake-up", "S-13", "X-3").has(2_315, 4_424);
        machine(smallest(Story.EXIT_BOOT_SERVICES), REPAIRED).isVerified().has(1_466, 2_815);
    }

    @Test
    void soDoesCpuHotplug() {
        machine(smallest(Story.HOTPLUG))
                .breaks("online", "lost-wake-up", "S-13", "X-3").has(1_584, 2_994);
        machine(smallest(Story.HOTPLUG), REPAIRED).isVerified().has(755, 1_425);
    }

    @Test
    void theUncheckedGhcbPointerCrashesTheHost() {
        machine(smallest(Story.POWER_ON), "sipi-hook=unchecked-ghcb")
                .breaks("L7", "S-39", "deadlock").has(1_474, 2_780);
    }

    @Test
    void theFirstPatchCrashesAfterASpuriousWake() {
        machine(smallest(Story.FIRMWARE_ROUNDS).withNmis(1), "sipi-hook=v5-flag")
                .breaks("L7", "S-39", "L2", "deadlock").has(9_188, 22_807);
    }

    @Test
    void sendingAgainDoesNotHelp() {
        machine(smallest(Story.POWER_ON), "bsp-wait=resends")
                .breaks("L7", "lost-wake-up", "S-13", "X-3", "counted-twice", "livelock",
                        "deadlock")
                .has(43_269, 84_889);
        machine(smallest(Story.POWER_ON), "bsp-wait=resends-checked").breaks("L7",
                "lost-wake-up", "S-13", "X-3", "livelock", "deadlock").has(36_262, 71_648);
    }

    @Test
    void sendingAgainDoesNotAgreeWithAHostThatKeepsASipi() {
        machine(smallest(Story.POWER_ON), REPAIRED[0], REPAIRED[1], "bsp-wait=resends-checked")
                .breaks("L7", "livelock", "deadlock").has(17_583, 34_847);
    }

    @Test
    void aHostThatDoesNotKnowTheMsrFormResumesTheGuestForEver() {
        machine(smallest(Story.POWER_ON), "hold-form=msr", "sipi-hook=ghcb-check")
                .breaks("S-13", "X-3", "livelock", "all-rounds-done").has(1_970, 3_837);
        machine(smallest(Story.FIRMWARE_ROUNDS), "hold-form=msr").isVerified().has(385, 716);
    }

    @Test
    void aHoldThatStaysRunnableForAPendingInitMissesItsRelease() {
        machine(smallest(Story.POWER_ON), "hold-with-events=parks")
                .breaks("L7", "lost-wake-up", "S-13", "deadlock").has(1_010, 1_905);
    }

    @Test
    void aCancelledEntryForgetsTheHoldOfAGuestThatNeverRan() {
        ApBootShape spurious = smallest(Story.FIRMWARE_ROUNDS).withNmis(1);
        machine(spurious, "hold-with-events=parks-for-init")
                .breaks("L7", "lost-wake-up", "S-13", "X-3", "deadlock").has(10_225, 25_237);
        machine(spurious, "hold-with-events=parks-for-init", "ghcb-unmap=at-vmrun")
                .breaks("L7", "lost-wake-up", "S-13", "deadlock").has(9_066, 22_528);
    }

    @Test
    void thePlainKernelOf2013LosesAnInitToAHalt() {
        ApBootShape plain = new ApBootShape(Story.HOTPLUG, 1, 1, true, 2, 0, 0, 0, false, false,
                ApStart.RUNNING);
        machine(plain, "restart=bare-init-sipi", "init-sipi-events=remote-mp-state")
                .breaks("online", "lost-wake-up").has(639, 1_223);
        machine(plain, "restart=bare-init-sipi").isVerified().has(1_058, 2_046);
    }
}
