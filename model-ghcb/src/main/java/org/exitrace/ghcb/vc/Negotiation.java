package org.exitrace.ghcb.vc;

import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.MsrInfo;

/**
 * What a guest settles before its first event: the version of the protocol, and under SNP where
 * its GHCB is.
 */
final class Negotiation {

    /** The newest version that guests of this model know; the oldest is 1. */
    static final int NEWEST = 2;

    private static final String SOURCE = "sev-shared.c sev_es_negotiate_protocol; docs/ghcb.md d.1";
    private static final int NEWEST_PLACE = 36;
    private static final int OLDEST_PLACE = 20;
    private static final int VERSION_MASK = 0xFFFF;
    private static final int NO_COMMON_VERSION = 1;

    private Negotiation() {
    }

    /** SEV information: the ranges of versions must overlap. */
    static Routine<GuestVc> negotiate() {
        return Routine.named("sev_es_negotiate_protocol", SOURCE, code -> {
            MsrCall.make(code, MsrInfo.SEV_INFO_REQUEST, vc -> 0,
                    MsrInfo.SEV_INFO_RESPONSE);
            code.when(vc -> !overlaps(vc), none -> none
                    .when(vc -> vc.design.checks(), ended -> ended
                                    .call(MsrCall.terminate(0, NO_COMMON_VERSION)).done(),
                            taken -> taken.local(vc -> vc.wrongVersion.raise())));
            code.local(Negotiation::agree);
            code.when(vc -> vc.carriesVersion() && !vc.design.writesEachTime(),
                    VcHandler::layout);
        });
    }

    /** The newest that both know; a guest that looks at nothing takes it for such. */
    private static void agree(GuestVc vc) {
        vc.agree((int) Math.min(newest(vc), NEWEST));
        vc.info1.clear();
    }

    private static long newest(GuestVc vc) {
        return MsrInfo.data(vc.info1.get()) >>> NEWEST_PLACE & VERSION_MASK;
    }

    /** Registers the GHCB page: the host must answer with the same page. */
    static Routine<GuestVc> register() {
        return Routine.named("snp_register_ghcb_early", SOURCE, code -> {
            MsrCall.make(code, MsrInfo.REGISTER_GPA_REQUEST, Negotiation::pageNumber,
                    MsrInfo.REGISTER_GPA_RESPONSE);
            code.when(vc -> MsrInfo.data(vc.info1.get()) != pageNumber(vc)
                    && vc.design.checks(), refused -> refused
                    .call(MsrCall.terminate(1, 0)).done());
            code.local(vc -> vc.info1.clear());
        });
    }

    private static long pageNumber(GuestVc vc) {
        return vc.page().address() >>> GhcbPage.PAGE_BITS;
    }

    private static boolean overlaps(GuestVc vc) {
        long data = MsrInfo.data(vc.info1.get());
        long newest = newest(vc);
        long oldest = data >>> OLDEST_PLACE & VERSION_MASK;
        long least = vc.design.insistsOnNewest() ? NEWEST : 1;
        return oldest <= NEWEST && newest >= least && oldest <= newest;
    }
}
