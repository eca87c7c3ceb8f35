package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.psp.design.AsidBitmap;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

class AsidPoolTest {

    private static final String[] GUEST = {"LAUNCH_START -> SUCCESS", "LAUNCH_MEASURE -> SUCCESS",
        "LAUNCH_FINISH -> SUCCESS", "sev_asid_new -> SUCCESS", "sev_bind_asid -> SUCCESS"};

    @Test
    void twoThreadsFindTheSameAsidWithoutTheLock() {
        assertThat(broken(two(AsidBitmap.UNLOCKED))).contains("asid-given-twice");
    }

    @Test
    void eachGetsItsOwnUnderTheLock() {
        assertThat(broken(two(AsidBitmap.MUTEX))).isEmpty();
    }

    @Test
    void oneThatWasGivenBackIsUsedAgainBehindAFlush() {
        assertThat(broken(new Hosts(asids(1)).thread(withGuest("sev_asid_new -> EBUSY"))))
                .isEmpty();
        assertThat(broken(new Hosts(asids(1)).thread(withGuest("sev_unbind_asid -> SUCCESS",
                "sev_asid_free", "LAUNCH_START -> SUCCESS", "sev_asid_new -> SUCCESS",
                "sev_bind_asid -> SUCCESS", "sev_asid_new -> EBUSY")))).isEmpty();
    }

    @Test
    void aGuestWithEncryptedStateGetsOneOfItsOwnRange() {
        assertThat(broken(new Hosts(new FirmwareBounds(1, 1, 2, 2, 2, 0)).thread(started(
                "sev_asid_new es=true -> SUCCESS", "sev_asid_new es=true -> EBUSY",
                "sev_asid_new -> SUCCESS", "sev_asid_new -> EBUSY")))).isEmpty();
    }

    @Test
    void endingAnSnpGuestIsKeptOutOfAFlushByTheLock() {
        assertThat(broken(endsBesideAFlush("rwsem"))).isEmpty();
        assertThat(broken(endsBesideAFlush("none"))).contains("flush-fails");
    }

    private static Hosts endsBesideAFlush(String lock) {
        return new Hosts(SnpHosts.SIX_PAGES).in(Design.usual(PspMachine.SWITCHES)
                        .with("deactivate-lock", lock))
                .thread(SnpHosts.running("write word=0",
                        "snp_decommission_context gctx=0 -> SUCCESS"))
                .thread("await word=0", "sev_flush_asids");
    }

    private static Hosts two(AsidBitmap lock) {
        Hosts hosts = new Hosts(asids(2)).in(Design.usual(PspMachine.SWITCHES)
                .with("asid-bitmap", lock.label()));
        return hosts.thread(started("write word=0", "sev_asid_new -> SUCCESS"))
                .thread("await word=0", "sev_asid_new -> SUCCESS");
    }

    private static FirmwareBounds asids(int asids) {
        return new FirmwareBounds(1, 1, 2, asids, 1, 0);
    }

    private static String[] started(String... lines) {
        return Stream.concat(Stream.of("INIT -> SUCCESS", "wbinvd-on-all-cpus",
                "DF_FLUSH -> SUCCESS"), Stream.of(lines)).toArray(String[]::new);
    }

    private static String[] withGuest(String... then) {
        return started(Stream.concat(Stream.of(GUEST), Stream.of(then)).toArray(String[]::new));
    }

    private static List<String> broken(Hosts hosts) {
        return SnpHosts.broken(hosts);
    }
}
