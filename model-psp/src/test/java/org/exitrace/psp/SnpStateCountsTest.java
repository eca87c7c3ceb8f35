package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

/** The counts are pinned: they change when anybody changes a step, a guard or a cell. */
class SnpStateCountsTest {

    private static final FirmwareBounds FOUR_PAGES = new FirmwareBounds(2, 1, 1, 2, 3, 4);
    private static final String[] PREPARED = {"host-setting set=snp-enabled",
        "SNP_INIT -> SUCCESS", "wbinvd-on-all-cpus", "SNP_DF_FLUSH -> SUCCESS",
        "RMPUPDATE page=0 immutable=true", "RMPUPDATE page=1 immutable=true", "write word=0"};

    @Test
    void oneGuestThatIsLaunchedAndEnds() {
        assertCounts(new Hosts(FOUR_PAGES).thread(life(0, 1)), 227, 227);
    }

    @Test
    void twoGuestsThatAreLaunchedAndEnd() {
        assertCounts(new Hosts(FOUR_PAGES).thread(life(0, 1))
                .thread(join(new String[] {"await word=0"}, guest(1, 2))), 3_299, 3_508);
    }

    @Test
    void aGuestPageThatTheHostTakesBackWhileItIsMeasured() {
        assertCounts(new Hosts(FOUR_PAGES).thread(join(PREPARED, new String[] {
            "SNP_GCTX_CREATE gctx=0", "SNP_LAUNCH_START gctx=0", "SNP_ACTIVATE gctx=0 asid=1",
            "RMPUPDATE page=2 asid=1 gpa=1 immutable=true", "write word=1",
            "SNP_LAUNCH_UPDATE gctx=0 page=2 -> SUCCESS"}))
                .thread("await word=1", "RMPUPDATE page=2 assigned=false",
                        "PSMASH page=2", "write-page page=2 content=1"), 330, 465);
    }

    @Test
    void aGuestThatAsksTwice() {
        String ask = "snp_send_guest_request type=REPORT request=1 response=2 -> SUCCESS";
        String handle = "snp_handle_guest_req gctx=0 request=1 response=2 -> DONE";
        assertCounts(new Hosts(SnpHosts.SIX_PAGES).guest(0, ask, ask)
                .thread(SnpHosts.running(handle, handle)), 344, 368);
    }

    private static String[] life(int gctx, int asid) {
        return join(PREPARED, guest(gctx, asid));
    }

    private static String[] guest(int gctx, int asid) {
        String of = " gctx=" + gctx;
        return new String[] {"SNP_GCTX_CREATE" + of + " -> SUCCESS",
            "SNP_LAUNCH_START" + of + " -> SUCCESS",
            "SNP_ACTIVATE" + of + " asid=" + asid + " -> SUCCESS",
            "SNP_LAUNCH_FINISH" + of + " -> SUCCESS", "SNP_DECOMMISSION" + of + " -> SUCCESS",
            "SNP_PAGE_RECLAIM page=" + gctx + " -> SUCCESS"};
    }

    private static String[] join(String[] first, String[] then) {
        return Stream.concat(Stream.of(first), Stream.of(then)).toArray(String[]::new);
    }

    private static void assertCounts(Hosts hosts, long states, long transitions) {
        ExplorationResult result = new Exploration(hosts.model()).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(states);
        assertThat(result.transitions()).isEqualTo(transitions);
    }
}
