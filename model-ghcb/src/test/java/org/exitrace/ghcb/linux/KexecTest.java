package org.exitrace.ghcb.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.guest.InitSipi;
import org.exitrace.ghcb.host.GuestMachine;
import org.junit.jupiter.api.Test;

/** Another kernel is booted while APs are parked. */
class KexecTest {

    private static GuestMachine kexec() {
        return GuestMachine.of(new Kexec(new InitSipi(1, "linux")));
    }

    @Test
    void theApsBeginParked() {
        assertThat(kexec().software().apsStart()).isEqualTo(ApStart.PARKED);
    }

    @Test
    void anApThatParksInTheOldKernelRunsOverwrittenMemory() {
        kexec().explore().breaks("online", "all-online", "S-17").has(13, 15);
    }

    @Test
    void anApThatParksInTheJumpTablePageComesOnline() {
        GuestMachine reserved = kexec().with("kexec-park", "jump-table-page").parkedByMsr();
        reserved.explore().isVerified().has(17, 21);
        reserved.aps(2).spuriousWakes(1).explore().isVerified().has(430, 968);
    }
}
