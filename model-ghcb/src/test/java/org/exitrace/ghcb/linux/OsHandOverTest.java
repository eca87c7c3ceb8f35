package org.exitrace.ghcb.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.host.GuestMachine;
import org.junit.jupiter.api.Test;

/** From the last firmware park, or into it, to the operating system. */
class OsHandOverTest {

    private static final boolean SERIAL = true;
    private static final boolean PARALLEL = false;

    private static GuestMachine bringUp(boolean serial) {
        return GuestMachine.of(new OsHandOver(false, serial, new InitSipi(2, "linux")));
    }

    private static GuestMachine exitBootServices(boolean serial) {
        return GuestMachine.of(new OsHandOver(true, serial, new InitSipi(2, "linux")));
    }

    @Test
    void theApsBeginParked() {
        assertThat(bringUp(SERIAL).software().apsStart()).isEqualTo(ApStart.PARKED);
    }

    @Test
    void allApsComeOnlineThroughTheJumpTable() {
        bringUp(SERIAL).explore().isVerified().has(31, 43);
        bringUp(SERIAL).aps(2).explore().isVerified().has(146, 310);
        bringUp(PARALLEL).aps(2).explore().isVerified().has(166, 366);
        bringUp(SERIAL).with("hold-form", "msr").parkedByMsr().explore()
                .isVerified().has(31, 43);
    }

    @Test
    void theyAlsoDoByWayOfExitBootServices() {
        exitBootServices(SERIAL).explore().isVerified().has(84, 133);
        exitBootServices(PARALLEL).aps(2).explore().isVerified().has(780, 1_939);
    }

    @Test
    void theLastParkMayBeByMsr() {
        exitBootServices(SERIAL).with("hold-form", "msr").explore().isVerified().has(84, 133);
    }

    @Test
    void sendingAgainAfterATimeOutDoesNoHarmHere() {
        bringUp(SERIAL).with("bsp-wait", "resends").explore().isVerified().has(120, 201);
    }

    @Test
    void whoDoesNotLookAtTheResultJumpsThroughAnEmptyTable() {
        bringUp(SERIAL).with("hold-check", "nothing").spuriousWakes(1).explore()
                .breaks("online", "strayed", "S-15").has(139, 228);
        bringUp(SERIAL).spuriousWakes(1).explore().isVerified().has(119, 201);
    }

    @Test
    void aHostThatKeepsNoJumpTableLeadsTheApsAstray() {
        bringUp(SERIAL).withoutJumpTable().explore()
                .breaks("online", "strayed", "all-online").has(25, 34);
    }
}
