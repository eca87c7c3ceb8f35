package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.CoreComplex;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * DF_FLUSH: walks over the cores and reads WBINVD_DONE of each, one access a step; then turns dirty
 * ASIDs clean in core complexes that count as done; and only then says that some core was not.
 *
 * <p>A core complex counts as done as soon as one earlier core of it is, and that is not withdrawn
 * when a later core is not (our reading of the source).
 */
final class Flush {

    private static final String SOURCE = "SEV firmware, c";

    private Flush() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(handler(CommandId.DF_FLUSH, bounds),
                handler(CommandId.SNP_DF_FLUSH, bounds));
    }

    private static Handler handler(CommandId id, FirmwareBounds bounds) {
        Refusal missing = new Refusal("wbinvd", Status.WBINVD_REQUIRED,
                "some core has not executed WBINVD", fw -> fw.scan.missing.isSet());
        return Handler.of(id, SOURCE)
                .code(List.of(missing), code -> walk(code, bounds))
                .moves(new Move("asid", AsidUse.DIRTY, AsidUse.CLEAN));
    }

    private static void walk(Block<Firmware> code, FirmwareBounds bounds) {
        code.repeat(bounds.ccxs(), fw -> fw.scan.ccx, ccx -> ccx
                .repeat(bounds.coresPerCcx(), fw -> fw.scan.core, core -> core
                        .when(fw -> fw.scan.skip.isClear(), read -> read
                                .step("read WBINVD_DONE of a core", Flush::readCore)
                                .costs("psp.access")))
                .local(fw -> fw.scan.skip.clear()));
        code.step("clean dirty ASIDs where done", Flush::clean).costs("psp.flush");
    }

    private static void readCore(Firmware fw) {
        CoreComplex ccx = fw.ccxs.get(fw.scan.ccx.get());
        if (ccx.wbinvdDone.has(fw.scan.core.get())) {
            fw.scan.done.add(fw.scan.ccx.get());
        } else {
            fw.scan.missing.raise();
            fw.scan.skip.raise();
        }
    }

    private static void clean(Firmware fw) {
        for (int i = 0; i < fw.ccxs.size(); i++) {
            if (fw.scan.done.has(i)) {
                int ccx = i;
                fw.asids.forEach(row -> {
                    if (row.in.get(ccx).is(AsidUse.DIRTY)) {
                        row.in.get(ccx).become(AsidUse.CLEAN);
                    }
                });
            }
        }
        if (fw.scan.missing.isSet()) {
            fw.status.become(Status.WBINVD_REQUIRED);
        } else if (fw.platform.tmr.is(Platform.EsMemory.RESERVED)) {
            fw.platform.tmr.become(Platform.EsMemory.ARMED);
        }
        fw.scan.clear();
    }
}
