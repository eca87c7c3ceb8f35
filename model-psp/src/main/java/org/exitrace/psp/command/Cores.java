package org.exitrace.psp.command;

import java.util.function.Predicate;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.AsidUse;

/** What the firmware does to all cores, one access a step. */
final class Cores {

    private Cores() {
    }

    /**
     * Where {@code needed}: clears WBINVD_DONE of every core, and then makes every ASID dirty in
     * every core complex. ASIDs become invalid with the first access to their core complex: no
     * guest has one then, so that nobody can tell.
     */
    static void forget(
            Block<Firmware> code, FirmwareBounds bounds, Predicate<? super Firmware> needed) {
        code.when(needed, yes -> yes
                .repeat(bounds.ccxs(), fw -> fw.scan.ccx, ccx -> ccx
                        .repeat(bounds.coresPerCcx(), fw -> fw.scan.core, core -> core
                                .step("clears WBINVD_DONE of a core", Cores::clear)
                                .costs("psp.access")))
                .local(fw -> fw.asids.forEach(row -> row.become(AsidUse.DIRTY))));
    }

    private static void clear(Firmware fw) {
        var ccx = fw.ccxs.get(fw.scan.ccx.get());
        ccx.wbinvdDone.remove(fw.scan.core.get());
        ccx.asidValid.clear();
    }

    /** Makes all ASIDs invalid in each core complex, or while SNP is on those of SEV guests. */
    static void invalidate(Block<Firmware> code, FirmwareBounds bounds) {
        code.repeat(bounds.ccxs(), fw -> fw.scan.ccx, ccx -> ccx
                .step("makes ASIDs of a core complex invalid", Cores::invalidate)
                .costs("psp.access"));
    }

    private static void invalidate(Firmware fw) {
        var valid = fw.ccxs.get(fw.scan.ccx.get()).asidValid;
        fw.guests.forEach(guest -> {
            if (guest.asid.get() != 0) {
                valid.remove(guest.asid.get());
            }
        });
    }
}
