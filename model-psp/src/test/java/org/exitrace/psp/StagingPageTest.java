package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.property.Property;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.HostFaults;
import org.junit.jupiter.api.Test;

/** The counts are pinned: they change when anybody changes a step, a guard or a cell. */
class StagingPageTest {

    private static final FirmwareBounds SMALL = new FirmwareBounds(1, 1, 1, 2, 1, 0);
    private static final FirmwareBounds PAGED = new FirmwareBounds(1, 1, 1, 2, 1, 2);
    private static final List<String> SNP = List.of("host-setting set=snp-enabled",
            "sev_platform_init snp=true -> SUCCESS");

    @Test
    void theFirmwareHasThePageFromTheCommandToItsAnswer() {
        ExplorationResult result = explore(new Hosts(SMALL)
                .thread(snp("write word=0", "LAUNCH_START -> SUCCESS"))
                .thread("await word=0", "GET_ID flaw=length -> INVALID_LENGTH"));
        assertThat(ids(result)).isEmpty();
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(355);
    }

    @Test
    void aPageThatTheDriverKeepsIsRefusedAndNothingIsDone() {
        Hosts hosts = new Hosts(SMALL).in(PspMachine.usualDesign().with("staging-page", "kept"))
                .thread(snp("LAUNCH_START -> COMMAND_BUFFER_PAGE_STATE"));
        assertThat(ids(explore(hosts))).containsExactly("buffer-refused");
        assertThat(Hosts.atTheEnd(hosts.model(), "platform.guest_count")).isZero();
        assertThat(Hosts.atTheEnd(hosts.model(), "cmd_buf.rmp.assigned")).isZero();
    }

    @Test
    void attestationWritesAPageThatItDidNotAskFor() {
        assertThat(ids(explore(new Hosts(PAGED).thread(snp("LAUNCH_START", "LAUNCH_MEASURE",
                "ATTESTATION hand-over=false -> SUCCESS"))))).containsExactly("stray-write");
        assertThat(ids(explore(new Hosts(PAGED).thread(snp("LAUNCH_START", "LAUNCH_MEASURE",
                "ATTESTATION -> SUCCESS"))))).isEmpty();
    }

    @Test
    void aFirmwareThatRefusesGivesThePageBackToo() {
        Hosts hosts = new Hosts(SMALL).thread(snp("LAUNCH_MEASURE -> INVALID_PLATFORM_STATE"));
        assertThat(ids(explore(hosts))).isEmpty();
        assertThat(Hosts.atTheEnd(hosts.model(), "cmd_buf.rmp.assigned")).isZero();
        assertThat(Hosts.atTheEnd(hosts.model(), "driver.cmd_buf_active")).isZero();
    }

    @Test
    void aWaitThatEndsTooEarlyLeavesThePageWithTheFirmware() {
        ExplorationResult result = explore(new Hosts(SMALL).with(new HostFaults(true, false))
                .thread(snp("LAUNCH_START -> SUCCESS|ETIMEDOUT|EBUSY|EFAULT")));
        assertThat(ids(result)).contains("staging-page", "late-write");
        assertThat(result.isExhaustive()).isTrue();
    }

    @Test
    void bothPagesAreLostWhereTheFirmwareHasEndedSnp() {
        Hosts hosts = new Hosts(SMALL).thread(snp("sev_platform_shutdown -> SUCCESS",
                "host-setting set=cleanup-fails", "sev_firmware_shutdown -> HARDWARE_UNSAFE",
                "PLATFORM_STATUS -> EFAULT", "PLATFORM_STATUS -> EFAULT",
                "PLATFORM_STATUS -> EBUSY"));
        assertThat(ids(explore(hosts))).containsExactlyInAnyOrder(
                "staging-page", "driver-in-step");
        assertThat(Hosts.atTheEnd(hosts.model(), "cmd_buf.rmp.immutable")).isOne();
        assertThat(Hosts.atTheEnd(hosts.model(), "cmd_buf_backup.rmp.immutable")).isOne();
    }

    @Test
    void anAnswerThatCannotBeCopiedBackLeavesAGuestWhoseHandleNobodyKnows() {
        Hosts hosts = new Hosts(SMALL).thread("sev_platform_init -> SUCCESS",
                "host-setting set=copy-back-fails", "LAUNCH_START -> FW_INTERNAL");
        assertThat(ids(explore(hosts))).isEmpty();
        assertThat(Hosts.atTheEnd(hosts.model(), "platform.guest_count")).isOne();
        assertThat(Hosts.atTheEnd(hosts.model(), "host0.mine")).isZero();
    }

    private static String[] snp(String... then) {
        return Stream.concat(SNP.stream(), Stream.of(then)).toArray(String[]::new);
    }

    private static ExplorationResult explore(Hosts hosts) {
        return new Exploration(hosts.model()).go();
    }

    private static List<String> ids(ExplorationResult result) {
        return result.broken().stream().map(broken -> broken.property()).map(Property::id)
                .toList();
    }
}
