package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.MsrInfo;

/**
 * {@code sev_handle_vmgexit_msr_protocol}. The MSR is the virtual CPU's own, so that a request that
 * touches nothing else takes no step; a request that the host does not know is left as it stands.
 */
public final class MsrProtocol implements ExitGroup<MsrInfo> {

    private static final long VERSIONS = 2L << 36 | 1L << 20;
    private static final long C_BIT = 51L << 12;

    @Override
    public Set<MsrInfo> handles() {
        return EnumSet.of(MsrInfo.SEV_INFO_REQUEST, MsrInfo.HV_FEATURES_REQUEST);
    }

    @Override
    public void begin(Block<SevEsState> code, MsrInfo request) {
        code.local(state -> state.guest.msr.become(request == MsrInfo.SEV_INFO_REQUEST
                ? MsrInfo.SEV_INFO_RESPONSE.with(VERSIONS | C_BIT)
                : MsrInfo.HV_FEATURES_RESPONSE.with(NaeHandlers.FEATURES)));
    }
}
