package org.exitrace.ghcb.vc;

import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * How an AP that has no stack yet learns which one is its own. A #VC there would push its frame
 * onto nobody's memory, so that firmware asks by the GHCB MSR.
 */
final class ApicId {

    private static final String SOURCE = "edk2 X64/AmdSev.nasm; docs/ghcb.md S-31";
    private static final long LEAF_AND_REGISTER = 0xBL << 20 | 3L << 18;

    private ApicId() {
    }

    static Routine<GuestVc> learn() {
        return Routine.named("APIC id", SOURCE, code -> code
                .local(vc -> vc.stackless(true))
                .when(vc -> vc.design.needsStackForApicId(),
                        instruction -> instruction
                                .call(VcHandler.handle(VcRequest.of(NaeEvent.CPUID, 0, 0))),
                        msr -> {
                            MsrCall.make(msr, MsrInfo.CPUID_REQUEST, vc -> LEAF_AND_REGISTER,
                                    MsrInfo.CPUID_RESPONSE);
                            msr.local(vc -> vc.info1.clear());
                        })
                .local(vc -> vc.stackless(false)));
    }
}
