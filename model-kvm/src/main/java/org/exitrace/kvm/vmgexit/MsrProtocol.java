package org.exitrace.kvm.vmgexit;

import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.HvFeature;
import org.exitrace.ghcb.spec.MsrInfo;

/**
 * {@code sev_handle_vmgexit_msr_protocol}. The MSR is the virtual CPU's own, so that a request that
 * touches nothing else takes no step; a request that the host does not know is left as it stands.
 */
final class MsrProtocol {

    private static final String SOURCE = "sev.c sev_handle_vmgexit_msr_protocol";
    private static final long VERSIONS = 2L << 36 | 1L << 20;
    private static final long C_BIT = 51L << 12;

    Routine<SevEsState> handle() {
        return Routine.named("sev_handle_vmgexit_msr_protocol", SOURCE,
                code -> code.local(MsrProtocol::answer));
    }

    private static void answer(SevEsState state) {
        long msr = state.guest.msr.get();
        MsrInfo.of(msr).ifPresent(info -> {
            switch (info) {
                case SEV_INFO_REQUEST -> state.guest.msr.become(
                        MsrInfo.SEV_INFO_RESPONSE.with(VERSIONS | C_BIT));
                case HV_FEATURES_REQUEST -> state.guest.msr.become(
                        MsrInfo.HV_FEATURES_RESPONSE.with(
                                HvFeature.SEV_SNP.bit() | HvFeature.AP_CREATION.bit()));
                default -> { }
            }
        });
    }
}
