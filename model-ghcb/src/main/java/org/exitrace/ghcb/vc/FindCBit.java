package org.exitrace.ghcb.vc;

import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.EncryptionLeaf;
import org.exitrace.ghcb.spec.MsrInfo;

/**
 * How a guest finds its C-bit before it has page tables. SEV_STATUS, an MSR that no host
 * intercepts, says whether it is encrypted; whether the bit is right shows when memory that was
 * written with it is read back.
 *
 * <p>Source: docs/ghcb.md g 25; Linux {@code sev_verify_cbit.S} (from memory).
 */
final class FindCBit {

    private static final String SOURCE = "sev-shared.c; docs/ghcb.md g 25";

    private FindCBit() {
    }

    /** Asks for the registers of the CPUID leaf. */
    static Routine<GuestVc> byCpuid() {
        return find(code -> {
            MsrCall.make(code, MsrInfo.CPUID_REQUEST, vc -> EncryptionLeaf.request(0),
                    MsrInfo.CPUID_RESPONSE);
            code.when(vc -> (EncryptionLeaf.value(vc.info1.get()) & EncryptionLeaf.SEV) == 0,
                    FindCBit::notEncrypted);
            MsrCall.make(code, MsrInfo.CPUID_REQUEST, vc -> EncryptionLeaf.request(1),
                    MsrInfo.CPUID_RESPONSE);
        }, vc -> EncryptionLeaf.place(EncryptionLeaf.value(vc.info1.get())));
    }

    /** Asks for SEV information. */
    static Routine<GuestVc> bySevInfo() {
        return find(code -> MsrCall.make(code, MsrInfo.SEV_INFO_REQUEST, vc -> 0,
                MsrInfo.SEV_INFO_RESPONSE),
                vc -> EncryptionLeaf.placeInSevInfo(vc.info1.get()));
    }

    /** A text that leaves the response in {@code info1}. */
    private interface Question {
        void write(Block<GuestVc> code);
    }

    private static Routine<GuestVc> find(Question question, ToIntFunction<GuestVc> place) {
        return Routine.named("C-bit", SOURCE, code -> code.when(vc -> vc.design.readsCpuidPage(),
                page -> page.step("reads the CPUID page", vc -> vc.mask().take(
                        EncryptionLeaf.C_BIT)).costs(VcHandler.COST).mayRest(),
                asks -> {
                    question.write(asks);
                    take(asks, place);
                }));
    }

    private static void notEncrypted(Block<GuestVc> code) {
        code.when(vc -> vc.design.triesCBit(),
                conflict -> conflict.call(MsrCall.terminate(0, 0)).done(),
                believed -> believed.done(vc -> {
                    vc.mask().takeNone();
                    vc.info1.clear();
                }));
    }

    private static void take(Block<GuestVc> code, ToIntFunction<GuestVc> place) {
        code.when(vc -> vc.design.triesCBit(), tried -> tried
                .test("memory reads back as it was written?",
                        vc -> place.applyAsInt(vc) == EncryptionLeaf.C_BIT, right -> { },
                        wrong -> wrong.done(vc -> {
                            vc.halted.raise();
                            vc.info1.clear();
                        })).costs(VcHandler.COST).mayRest());
        code.local(vc -> {
            vc.mask().take(place.applyAsInt(vc));
            vc.info1.clear();
        });
    }
}
