package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

class SnpLaunchTest {

    private static final FirmwareBounds FOUR_PAGES = new FirmwareBounds(1, 1, 1, 2, 3, 4);
    private static final String LAUNCHED = "host-setting set=snp-enabled; SNP_INIT; "
            + "wbinvd-on-all-cpus; SNP_DF_FLUSH -> SUCCESS; RMPUPDATE page=0 immutable=true; "
            + "SNP_GCTX_CREATE gctx=0; SNP_LAUNCH_START gctx=0; "
            + "SNP_ACTIVATE gctx=0 asid=1 -> SUCCESS; ";

    @Test
    void aGuestIsLaunchedAndItsPagesComeBack() {
        explore("write-page page=1 content=3", guestPage(1, 1), update(1, ""),
                "SNP_LAUNCH_FINISH gctx=0 -> SUCCESS", "RMPUPDATE page=1 assigned=false -> SUCCESS",
                "SNP_DECOMMISSION gctx=0 -> SUCCESS", "RMPUPDATE page=0 -> FAIL_PERMISSION",
                "SNP_PAGE_RECLAIM page=0 -> SUCCESS", "RMPUPDATE page=0 assigned=false -> SUCCESS",
                "wbinvd-on-all-cpus", "SNP_DF_FLUSH -> SUCCESS");
    }

    @Test
    void theDigestTellsTheOrderOfPages() {
        long forward = digest("write-page page=1 content=1", "write-page page=2 content=2",
                guestPage(1, 1), guestPage(2, 2), update(1, ""), update(2, ""));
        long backward = digest("write-page page=1 content=1", "write-page page=2 content=2",
                guestPage(1, 1), guestPage(2, 2), update(2, ""), update(1, ""));
        assertThat(forward).isNotEqualTo(backward);
    }

    @Test
    void theDigestTellsAddressesContentsTypesAndPermissions() {
        long usual = digest("write-page page=1 content=1", guestPage(1, 1), update(1, ""));
        assertThat(usual).isNotZero()
                .isNotEqualTo(digest("write-page page=1 content=1", guestPage(1, 2),
                        update(1, "")))
                .isNotEqualTo(digest("write-page page=1 content=2", guestPage(1, 1),
                        update(1, "")))
                .isNotEqualTo(digest("write-page page=1 content=1", guestPage(1, 1),
                        update(1, " type=VMSA")))
                .isNotEqualTo(digest("write-page page=1 content=1", guestPage(1, 1),
                        update(1, " vmpl1=1")));
    }

    @Test
    void theDigestIsBlindToWhichPageOfTheHostItIsAndToContentsThatAreNotMeasured() {
        assertThat(digest("write-page page=1 content=1", guestPage(1, 1), update(1, "")))
                .isEqualTo(digest("write-page page=2 content=1", guestPage(2, 1),
                        update(2, "")));
        assertThat(digest("write-page page=1 content=1", guestPage(1, 1),
                update(1, " type=UNMEASURED")))
                .isEqualTo(digest("write-page page=1 content=2", guestPage(1, 1),
                        update(1, " type=UNMEASURED")));
    }

    @Test
    void aWrongCpuidPageIsNotMeasuredAndStaysThere() {
        assertThat(digest(guestPage(1, 1), "SNP_LAUNCH_UPDATE gctx=0 page=1 type=CPUID flaw=cpuid"
                + " -> INVALID_PARAM")).isZero();
        explore(guestPage(1, 1), "SNP_LAUNCH_UPDATE gctx=0 page=1 type=CPUID flaw=cpuid"
                + " -> INVALID_PARAM", update(1, " type=CPUID"));
    }

    private static String guestPage(int page, int gpa) {
        return "RMPUPDATE page=" + page + " asid=1 gpa=" + gpa + " immutable=true -> SUCCESS";
    }

    private static String update(int page, String more) {
        return "SNP_LAUNCH_UPDATE gctx=0 page=" + page + more + " -> SUCCESS";
    }

    private static void explore(String... lines) {
        ExplorationResult result = new Exploration(model(lines)).go();
        assertThat(result.broken()).isEmpty();
    }

    private static long digest(String... lines) {
        Model model = model(lines);
        explore(lines);
        return Hosts.atTheEnd(model, "context[0].digest");
    }

    private static Model model(String... lines) {
        return new Hosts(FOUR_PAGES).thread((LAUNCHED + String.join("; ", lines)).split("; "))
                .model();
    }
}
