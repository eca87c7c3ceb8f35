package org.exitrace.psp.command;

import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.CoreComplex;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.AsidUse;

/**
 * What becomes of ASIDs, in the firmware's own rows and in the hardware. The rows change at once;
 * each access to the hardware of a core complex is a step.
 */
final class Asids {

    private Asids() {
    }

    /** ASID {@code asid} is allocated in those of {@code ccxs} where it is clean. */
    static void allocate(Firmware fw, int asid, long ccxs) {
        for (int ccx = 0; ccx < fw.ccxs.size(); ccx++) {
            if ((ccxs >>> ccx & 1) != 0 && fw.asid(asid).in.get(ccx).is(AsidUse.CLEAN)) {
                fw.asid(asid).in.get(ccx).become(AsidUse.ALLOCATED);
            }
        }
    }

    /** VMRUN succeeds with the ASID from now on, in each core complex where it is in use. */
    static void makeValid(
            Block<Firmware> code, FirmwareBounds bounds, ToIntFunction<Firmware> asid) {
        code.repeat(bounds.ccxs(), fw -> fw.scan.ccx, each -> each
                .when(fw -> isUsedHere(fw, asid.applyAsInt(fw))
                                && !here(fw).asidValid.has(asid.applyAsInt(fw)), used -> used
                        .step("ASID valid on the cores of a core complex",
                                fw -> here(fw).asidValid.add(asid.applyAsInt(fw)))
                        .costs("psp.access")));
    }

    /**
     * VMRUN fails with the ASID from now on, and each core complex where it was in use owes a
     * WBINVD.
     */
    static void makeInvalid(
            Block<Firmware> code, FirmwareBounds bounds, ToIntFunction<Firmware> asid) {
        code.repeat(bounds.ccxs(), fw -> fw.scan.ccx, each -> each
                .when(fw -> isUsedHere(fw, asid.applyAsInt(fw)), used -> used
                        .step("ASID invalid on the cores of a core complex",
                                fw -> here(fw).asidValid.remove(asid.applyAsInt(fw)))
                        .costs("psp.access")
                        .step("WBINVD_DONE of the core complex cleared",
                                fw -> here(fw).wbinvdDone.clear())
                        .costs("psp.access")));
    }

    /** The firmware's row of an ASID that is let go: what was used is dirty, the rest is clean. */
    static void letGo(Firmware fw, int asid) {
        fw.asid(asid).turn(AsidUse.IN_USE, AsidUse.DIRTY);
        fw.asid(asid).turn(AsidUse.ALLOCATED, AsidUse.CLEAN);
    }

    private static boolean isUsedHere(Firmware fw, int asid) {
        return asid != 0 && fw.asid(asid).in.get(fw.scan.ccx.get()).is(AsidUse.IN_USE);
    }

    private static CoreComplex here(Firmware fw) {
        return fw.ccxs.get(fw.scan.ccx.get());
    }
}
