package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.HoldResult;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.sev.ResetHoldExit;
import org.exitrace.kvm.vm.VmFeatures;

/** AP reset hold by whole pages and by the MSR: docs/ap-boot.md a.5. */
public final class HoldExits implements ExitGroup<NaeEvent> {

    private final ResetHoldExit holds;

    /** Of a host with those features. */
    public HoldExits(VmFeatures vm) {
        this.holds = new ResetHoldExit(vm, true);
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.AP_RESET_HOLD);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.call(state -> state.vcpu, holds.nae());
    }

    /** The same by the MSR. */
    public ExitGroup<MsrInfo> byMsr() {
        return new ExitGroup<>() {
            @Override
            public Set<MsrInfo> handles() {
                return EnumSet.of(MsrInfo.AP_RESET_HOLD_REQUEST);
            }

            @Override
            public void begin(Block<SevEsState> code, MsrInfo request) {
                code.call(state -> state.vcpu, holds.msr());
            }
        };
    }

    /** Where the result of a hold of {@code state}'s virtual CPU goes: the mapped page, the MSR. */
    public static HoldResult resultOf(SevEsState state) {
        return new HoldResult() {
            @Override
            public void preset(int released) {
                // (0, 0) stands in the page before any event is handled.
            }

            @Override
            public void release() {
                state.page().write(GhcbField.SW_EXITINFO2, 1);
            }

            @Override
            public void msr(GhcbMsr value) {
                state.guest.msr.become(MsrInfo.AP_RESET_HOLD_RESPONSE.with(
                        value == GhcbMsr.HOLD_RELEASED ? 1 : 0));
            }
        };
    }
}
