package org.exitrace.kvm.apboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exitrace.kvm.apboot.ApBootShape.smallest;
import static org.exitrace.kvm.apboot.Explored.machine;

import java.util.Arrays;
import java.util.Optional;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.kvm.bench.Vms;
import org.exitrace.kvm.spec.MpState;
import org.junit.jupiter.api.Test;

/** The stories that {@link ApBootTest} leaves out, and the world around the machine. */
class StoriesTest {

    private static final String[] REPAIRED = {
        "sipi-hook=latched", "hold-with-events=parks-for-init"};

    private static ApBootShape outside(int nmis, int interrupts, int blocks) {
        return new ApBootShape(Story.OS_BRING_UP, 1, 1, true, 1, nmis, interrupts, blocks,
                true, false, ApStart.OFF);
    }

    private static ApBootShape userLapic(int sipis) {
        return new ApBootShape(Story.POWER_ON, 1, 1, false, sipis, 0, 0, 0, true, true,
                ApStart.OFF);
    }

    @Test
    void dxeUsesItsOwnDataOnThisHostToo() {
        machine(smallest(Story.PEI_TO_DXE)).isVerified().has(346, 637);
    }

    @Test
    void theOsWakesParkedAps() {
        machine(smallest(Story.OS_BRING_UP)).isVerified().has(421, 783);
        machine(smallest(Story.OS_BRING_UP), "hold-form=msr").isVerified().has(421, 783);
    }

    @Test
    void kexecWakesApsInOverwrittenMemoryUnlessTheyParkInAReservedPage() {
        machine(smallest(Story.KEXEC)).breaks("online", "all-online", "S-17").has(323, 595);
        machine(smallest(Story.KEXEC), "kexec-park=jump-table-page").isVerified().has(409, 771);
    }

    @Test
    void anNmiOpensTheWindowInWhichAWakeIsLost() {
        machine(outside(1, 0, 0))
                .breaks("online", "lost-wake-up", "S-13", "X-3").has(10_971, 27_108);
        machine(outside(1, 0, 0), REPAIRED).breaks("X-3").has(12_469, 30_623);
        machine(outside(1, 0, 0), REPAIRED[0], REPAIRED[1], "ghcb-unmap=at-vmrun")
                .isVerified().has(9_989, 24_811);
    }

    @Test
    void anInterruptOpensItOnlyForWhoParksWithInterruptsOn() {
        machine(outside(0, 1, 0)).isVerified().has(4_667, 11_788);
        machine(outside(0, 1, 0), "hold-interrupts=on")
                .breaks("online", "lost-wake-up", "S-13", "X-3").has(10_902, 27_369);
    }

    @Test
    void aSipiThatComesWhileInitIsBlockedIsGone() {
        machine(outside(0, 0, 1))
                .breaks("online", "lost-wake-up", "S-13", "X-3", "deadlock").has(10_030, 26_101);
    }

    @Test
    void aLateSecondSipiWakesAParkedApAndWhoDoesNotLookGoesOn() {
        ApBootShape twice = new ApBootShape(Story.EXIT_BOOT_SERVICES, 1, 1, true, 2, 0, 0, 0,
                true, false, ApStart.OFF);
        machine(twice, "hold-check=nothing")
                .breaks("online", "S-15", "S-13", "X-3", "lost-wake-up").has(7_949, 15_521);
    }

    @Test
    void aLapicInUserSpaceKeepsAnEarlySipiOrLosesTheWake() {
        machine(userLapic(1)).isVerified().has(156, 260);
        machine(userLapic(2)).isVerified().has(294, 524);
        machine(userLapic(1), "vmm-at-sipi=drops")
                .breaks("L7", "lost-wake-up", "deadlock").has(191, 317);
        machine(userLapic(1), "hold-form=msr")
                .breaks("L7", "all-rounds-done", "lost-wake-up", "X-3", "deadlock").has(141, 234);
    }

    @Test
    void theRepairNeedsBothHalves() {
        machine(smallest(Story.FIRMWARE_ROUNDS).with(1, 2), "sipi-hook=latched")
                .breaks("X-3").has(2_372, 4_510);
        machine(smallest(Story.FIRMWARE_ROUNDS).with(1, 2), REPAIRED)
                .isVerified().has(1_271, 2_417);
    }

    @Test
    void theKvmOf2013KnowsNoEncryptedGuest() {
        assertThatThrownBy(() -> ApBoot.machine(smallest(Story.HOTPLUG),
                Vms.design("init-sipi-events=remote-mp-state")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("plain");
    }

    @Test
    void aSecondAttemptToBringACpuOnlineIsMadeAndMayComeTooEarly() {
        machine(smallest(Story.HOTPLUG).with(1, 2))
                .breaks("online", "lost-wake-up", "S-13", "X-3", "deadlock").has(11_871, 22_944);
        machine(smallest(Story.HOTPLUG).with(1, 2), REPAIRED[0], REPAIRED[1],
                "ghcb-unmap=at-vmrun", "init-sipi-events=exchanged-word")
                .breaks("online").has(5_388, 10_443);
        machine(new ApBootShape(Story.HOTPLUG, 1, 2, true, 2, 0, 0, 0, false, false,
                ApStart.RUNNING), "restart=bare-init-sipi", "init-sipi-events=exchanged-word")
                .isVerified().has(5_121, 10_091);
    }

    /** Two SIPIs, of which the second of a round meets the hold of the next. */
    @Test
    void whereALateCpuIsLeftOfflineAllRepairsTogetherHoldInEachRound() {
        String[] all = {REPAIRED[0], REPAIRED[1], "init-sipi-events=exchanged-word",
            "ghcb-unmap=at-vmrun", "late-cpu=left-offline"};
        machine(hotplug(2)).breaks("online", "lost-wake-up", "S-13", "X-3", "deadlock");
        machine(hotplug(2), Arrays.copyOf(all, 3)).breaks("online", "X-3");
        machine(hotplug(2), all[0], all[1], all[4]).breaks("online", "X-3", "deadlock");
        machine(hotplug(2), all[0], all[1], all[2], all[4]).breaks("X-3");
        machine(hotplug(2), all).isVerified().has(5_607, 11_153);
        machine(hotplug(3), all).isVerified().has(8_981, 18_051);
    }

    private static ApBootShape hotplug(int rounds) {
        return new ApBootShape(Story.HOTPLUG, 1, rounds, true, 2, 0, 0, 0, true, false,
                ApStart.RUNNING);
    }

    @Test
    void aHostThatKnowsNoHoldHasNoMachineThatBeginsInOne() {
        assertThat(refusal(Story.FIRMWARE_ROUNDS, "sipi-hook=register-writes")).hasValue(
                "sipi-hook=register-writes knows no AP reset hold, but the APs of"
                + " 'story: firmware-rounds' begin in one; take another sipi-hook, or"
                + " 'story: power-on'");
        assertThat(refusal(Story.POWER_ON, "sipi-hook=register-writes")).isEmpty();
        assertThat(refusal(Story.FIRMWARE_ROUNDS, "sipi-hook=ghcb-check")).isEmpty();
    }

    @Test
    void norHasAHostThatDoesNotKnowTheMsrFormOneThatParksByIt() {
        assertThat(refusal(Story.OS_BRING_UP, "sipi-hook=ghcb-check", "hold-form=msr"))
                .hasValueSatisfying(why -> assertThat(why).contains("by MSR", "hold-type"));
        assertThat(refusal(Story.OS_BRING_UP, "hold-form=msr")).isEmpty();
        assertThat(refusal(Story.KEXEC, "sipi-hook=v5-flag", "kexec-park=jump-table-page"))
                .isPresent();
        assertThat(refusal(Story.EXIT_BOOT_SERVICES, "sipi-hook=ghcb-check", "hold-form=msr"))
                .as("its first park is by the GHCB").isEmpty();
    }

    private static Optional<String> refusal(Story story, String... changes) {
        return ApBoot.refuses(smallest(story), ApBootScripts.NONE, Vms.design(changes));
    }

    @Test
    void eachStoryHasALabelOfItsOwnAndTellsItself() {
        assertThat(Arrays.stream(Story.values()).map(Story::label)).doesNotHaveDuplicates()
                .contains("power-on", "kexec", "scripted");
        assertThat(Story.KEXEC.meaning()).contains("kexec");
    }

    @Test
    void aStateBearsTheNumberOfTheUserInterface() {
        assertThat(Arrays.stream(MpState.values()).map(MpState::number))
                .containsExactly(0, 1, 2, 3, 4, 9);
    }
}
