package org.exitrace.ghcb.ovmf;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.host.GuestMachine;
import org.junit.jupiter.api.Test;

/** OVMF's rounds on a host that keeps its promises: what is wrong here is the guest's own. */
class OvmfRoundsTest {

    private static final boolean SERIAL = true;
    private static final boolean BROADCAST = false;

    private static GuestMachine fromPowerOn(int rounds, boolean serial) {
        return GuestMachine.of(new OvmfRounds(true, rounds, serial, new InitSipi(1, "ovmf")));
    }

    private static GuestMachine fromPark(int rounds, boolean serial) {
        return GuestMachine.of(new OvmfRounds(false, rounds, serial, new InitSipi(1, "ovmf")));
    }

    @Test
    void theApsBeginOffOrParked() {
        assertThat(fromPowerOn(1, SERIAL).software().apsStart()).isEqualTo(ApStart.OFF);
        assertThat(fromPark(1, SERIAL).software().apsStart()).isEqualTo(ApStart.PARKED);
    }

    @Test
    void theFirstStartAndTwoRoundsAreSafeOnAHostThatKeepsAnEarlySipi() {
        fromPowerOn(2, BROADCAST).explore().isVerified().has(83, 123);
        fromPowerOn(2, SERIAL).explore().isVerified().has(77, 113);
        fromPowerOn(1, BROADCAST).aps(2).explore().isVerified().has(280, 600);
        fromPowerOn(1, SERIAL).aps(2).explore().isVerified().has(227, 482);
    }

    @Test
    void soAreRoundsOfParkedAps() {
        fromPark(1, BROADCAST).explore().isVerified().has(19, 24);
        fromPark(2, SERIAL).explore().isVerified().has(51, 73);
        fromPark(2, BROADCAST).aps(2).explore().isVerified().has(343, 741);
        fromPark(1, SERIAL).aps(3).explore().isVerified().has(222, 525);
    }

    @Test
    void waitingUntilNobodyExecutesIsSafeToo() {
        fromPowerOn(1, BROADCAST).with("first-round-wait", "num-aps-executing").aps(2)
                .explore().isVerified().has(316, 676);
    }

    @Test
    void aSecondSipiChangesNothingForAnApThatHolds() {
        GuestMachine.of(new OvmfRounds(false, 2, BROADCAST, new InitSipi(2, "ovmf")))
                .explore().isVerified().has(87, 139);
    }

    @Test
    void theMsrFormIsSafeToo() {
        fromPowerOn(2, SERIAL).with("hold-form", "msr").explore().isVerified().has(77, 113);
        fromPark(2, SERIAL).with("hold-form", "msr").parkedByMsr()
                .explore().isVerified().has(51, 73);
    }

    @Test
    void aSpuriousWakeOnlyMakesTheApHoldAgain() {
        fromPark(2, BROADCAST).spuriousWakes(2).explore().isVerified().has(267, 443);
        fromPark(2, SERIAL).with("hold-form", "msr").parkedByMsr().spuriousWakes(1)
                .explore().isVerified().has(148, 237);
    }

    @Test
    void whoDoesNotLookAtTheResultStartsUnasked() {
        fromPark(2, BROADCAST).with("hold-check", "nothing").spuriousWakes(1).explore()
                .breaks("S-15", "counted-twice").has(482, 820);
        fromPark(1, SERIAL).with("hold-form", "msr").with("hold-check", "masked-info")
                .parkedByMsr().spuriousWakes(1).explore().breaks("S-15").has(151, 243);
    }

    @Test
    void theMaskDoesNoHarmWhileNothingWakesTheApButASipi() {
        fromPark(1, SERIAL).with("hold-form", "msr").with("hold-check", "masked-info")
                .parkedByMsr().explore().isVerified().has(18, 23);
    }

    /** This host keeps a SIPI, so the second of two releases a hold that nobody meant. */
    @Test
    void anApThatIsSentInitAndSipiTwiceIsCountedTwice() {
        fromPark(2, BROADCAST).with("bsp-wait", "resends").explore()
                .breaks("counted-twice").has(978, 1_824);
        fromPark(2, SERIAL).with("bsp-wait", "resends").explore()
                .isVerified().has(632, 1_182);
    }

    @Test
    void lookingForItsOwnSignalKeepsTheApFromWorkingTwice() {
        fromPark(2, BROADCAST).with("bsp-wait", "resends-checked").explore()
                .isVerified().has(552, 1_039);
        fromPark(2, SERIAL).with("bsp-wait", "resends-checked").explore()
                .isVerified().has(494, 928);
    }
}
