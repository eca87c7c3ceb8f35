package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RmpRaceTest {

    @Test
    void theHostTakesNoPageFromUnderACommand() {
        assertThat(SnpHosts.broken(hosts()
                .thread(SnpHosts.initialised("write word=0", "SNP_GCTX_CREATE gctx=0 -> SUCCESS",
                        "SNP_DECOMMISSION gctx=0 -> SUCCESS", "SNP_PAGE_RECLAIM page=0 -> SUCCESS"))
                .thread("await word=0", "RMPUPDATE page=0 -> FAIL_PERMISSION|FAIL_INUSE|SUCCESS",
                        "RMPUPDATE page=0 assigned=false"
                                + " -> FAIL_PERMISSION|FAIL_INUSE|SUCCESS"))).isEmpty();
    }

    @Test
    void aPageIsGivenAwayBeforeTheFirmwareLooksOrNotAtAll() {
        assertThat(SnpHosts.broken(hosts()
                .thread(SnpHosts.active("write word=0",
                        "SNP_MD_INIT gctx=0 page=1 -> SUCCESS|INVALID_PAGE_STATE"))
                .thread("await word=0", "RMPUPDATE page=1 immutable=true -> SUCCESS",
                        "RMPUPDATE page=1 assigned=false -> FAIL_PERMISSION|FAIL_INUSE")))
                .isEmpty();
    }

    @Test
    void aDebuggerMayReadAPageThatIsNoLongerTheGuests() {
        Hosts hosts = hosts()
                .thread(SnpHosts.active("RMPUPDATE page=1 asid=1 gpa=1 -> SUCCESS",
                        "RMPUPDATE page=2 immutable=true -> SUCCESS", "write word=0",
                        "SNP_DBG_DECRYPT gctx=0 page=1 to=2"
                                + " -> SUCCESS|INVALID_PAGE_STATE|INVALID_PAGE_OWNER"))
                .thread("await word=0", "RMPUPDATE page=1 assigned=false -> SUCCESS",
                        "write-page page=1 content=3 -> SUCCESS");
        assertThat(SnpHosts.broken(hosts)).isEmpty();
    }

    @Test
    void aGuestThatValidatesOnceNoticesARemappedPage() {
        assertThat(SnpHosts.broken(hosts()
                .thread(SnpHosts.running("RMPUPDATE page=1 asid=1 gpa=1 -> SUCCESS",
                        "write word=0", "RMPUPDATE page=1 assigned=false -> SUCCESS",
                        "RMPUPDATE page=1 asid=1 gpa=1 -> SUCCESS"))
                .guest(0, "await word=0", "PVALIDATE gpa=1 page=1 -> SUCCESS|NPF",
                        "PVALIDATE gpa=1 page=1 -> UNCHANGED|SUCCESS|NPF"))).isEmpty();
    }

    @Test
    void pvalidateTellsASizeThatDoesNotFit() {
        assertThat(SnpHosts.broken(hosts()
                .thread(SnpHosts.running("RMPUPDATE page=2 size=2M asid=1 gpa=2 -> SUCCESS",
                        "write word=0", "await word=1", "PSMASH page=2 -> SUCCESS",
                        "write word=2"))
                .guest(0, "await word=0", "PVALIDATE gpa=3 page=3 -> NPF_SIZEM",
                        "PVALIDATE gpa=2 page=2 size=2M -> SUCCESS",
                        "PVALIDATE gpa=2 page=2 size=2M -> UNCHANGED", "write word=1",
                        "await word=2", "PVALIDATE gpa=2 page=2 size=2M -> FAIL_SIZEMISMATCH",
                        "PVALIDATE gpa=3 page=3 -> UNCHANGED",
                        "PVALIDATE gpa=3 page=3 valid=false -> SUCCESS",
                        "PVALIDATE gpa=2 page=3 -> NPF", "PVALIDATE gpa=3 page=3 size=2M"
                                + " -> FAIL_INPUT"))).isEmpty();
    }

    @Test
    void rmpadjustGrantsOnlyWhatItsOwnerHolds() {
        assertThat(SnpHosts.broken(hosts()
                .thread(SnpHosts.running("RMPUPDATE page=1 asid=1 gpa=1 -> SUCCESS",
                        "write word=0"))
                .guest(0, "await word=0", "RMPADJUST gpa=1 page=1 vmpl=1 permissions=3 -> VC",
                        "PVALIDATE gpa=1 page=1 -> SUCCESS",
                        "RMPADJUST gpa=1 page=1 vmpl=1 permissions=2 -> FAIL_INPUT",
                        "RMPADJUST gpa=1 page=1 vmpl=1 permissions=3 -> SUCCESS",
                        "RMPADJUST gpa=1 page=1 own=1 vmpl=1 permissions=1 -> FAIL_PERMISSION",
                        "RMPADJUST gpa=1 page=1 own=1 vmpl=2 permissions=5 -> FAIL_PERMISSION",
                        "RMPADJUST gpa=1 page=1 own=1 vmpl=2 permissions=1 vmsa=true"
                                + " -> FAIL_PERMISSION",
                        "RMPADJUST gpa=1 page=1 own=1 vmpl=2 permissions=1 -> SUCCESS",
                        "RMPADJUST gpa=1 page=1 vmpl=2 permissions=1 vmsa=true -> SUCCESS")))
                .isEmpty();
    }

    @Test
    void rmpupdateClearsValidatedUnlessOnlyTheImmutableBitChanges() {
        assertThat(SnpHosts.broken(hosts()
                .thread(SnpHosts.active("RMPUPDATE page=1 asid=1 gpa=1 immutable=true -> SUCCESS",
                        "SNP_LAUNCH_UPDATE gctx=0 page=1 -> SUCCESS",
                        "RMPUPDATE page=1 asid=1 gpa=1 immutable=true -> SUCCESS",
                        "RMPUPDATE page=1 asid=1 gpa=1 -> FAIL_PERMISSION",
                        "SNP_PAGE_RECLAIM page=1 -> SUCCESS", "SNP_LAUNCH_FINISH gctx=0 -> SUCCESS",
                        "write word=0", "await word=1",
                        "RMPUPDATE page=1 asid=1 gpa=2 -> SUCCESS", "write word=2"))
                .guest(0, "await word=0", "PVALIDATE gpa=1 page=1 -> UNCHANGED", "write word=1",
                        "await word=2", "PVALIDATE gpa=2 page=1 -> SUCCESS"))).isEmpty();
    }

    @Test
    void rmpupdateClearsValidatedAlsoWhereItChangesNothingElse() {
        assertThat(SnpHosts.broken(hosts()
                .thread(SnpHosts.running("RMPUPDATE page=1 asid=1 gpa=1 -> SUCCESS",
                        "write word=0", "await word=1",
                        "RMPUPDATE page=1 asid=1 gpa=1 -> SUCCESS", "write word=2"))
                .guest(0, "await word=0", "PVALIDATE gpa=1 page=1 -> SUCCESS", "write word=1",
                        "await word=2", "RMPADJUST gpa=1 page=1 vmpl=1 permissions=1 -> VC",
                        "PVALIDATE gpa=1 page=1 -> SUCCESS"))).isEmpty();
    }

    @Test
    void rmpupdateFixesNoPageForTheHost() {
        assertThat(SnpHosts.broken(hosts().thread(SnpHosts.initialised(
                "RMPUPDATE page=1 assigned=false immutable=true -> FAIL_INPUT",
                "SNP_PAGE_RECLAIM page=1 -> SUCCESS",
                "RMPUPDATE page=1 assigned=false asid=1 -> FAIL_INPUT",
                "RMPUPDATE page=1 immutable=true -> SUCCESS",
                "SNP_PAGE_SET_STATE page=1 -> SUCCESS",
                "RMPUPDATE page=1 assigned=false -> FAIL_PERMISSION")))).isEmpty();
    }

    @Test
    void rmpupdateRefusesALargePageThatTheTableCoversHalf() {
        assertThat(SnpHosts.broken(hosts().thread("host-setting set=snp-enabled",
                "RMP_END pages=3 -> SUCCESS", "SNP_INIT -> SUCCESS",
                "RMPUPDATE page=2 size=2M -> FAIL_INPUT", "RMPUPDATE page=3 -> FAIL_INPUT",
                "RMPUPDATE page=2 -> SUCCESS"))).isEmpty();
    }

    @Test
    void rmpupdateRefusesPagesOfTheOtherSize() {
        assertThat(SnpHosts.broken(hosts().thread(SnpHosts.initialised(
                "RMPUPDATE page=2 asid=1 gpa=2 -> SUCCESS",
                "RMPUPDATE page=2 size=2M asid=1 gpa=2 -> FAIL_OVERLAP",
                "RMPUPDATE page=2 assigned=false -> SUCCESS",
                "RMPUPDATE page=2 size=2M asid=1 gpa=2 -> SUCCESS",
                "RMPUPDATE page=3 asid=1 gpa=3 -> FAIL_OVERLAP",
                "RMPUPDATE page=3 size=2M -> FAIL_INPUT", "PSMASH page=3 -> FAIL_INPUT",
                "PSMASH page=2 -> SUCCESS", "PSMASH page=2 -> FAIL_INPUT",
                "RMPUPDATE page=3 asid=1 gpa=3 -> SUCCESS",
                "write-page page=3 content=1 -> PF",
                "RMPUPDATE page=3 assigned=false -> SUCCESS",
                "write-page page=3 content=1 -> SUCCESS")))).isEmpty();
    }

    private static Hosts hosts() {
        return new Hosts(SnpHosts.SIX_PAGES);
    }
}
