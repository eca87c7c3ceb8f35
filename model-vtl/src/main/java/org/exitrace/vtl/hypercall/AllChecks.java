package org.exitrace.vtl.hypercall;

import java.util.List;

/**
 * The checks of all hypercalls, in the order of docs/vtl.md b.3.
 *
 * <p>Source: docs/vtl.md b.3.
 */
public final class AllChecks {

    /** All of them. */
    public static final List<Checks<?, ?>> LIST = List.of(
            CallEntry.FAULT_CHECKS, CallEntry.CHECKS,
            EnablePartitionVtl.CHECKS, EnableVpVtl.CHECKS, StartVirtualProcessor.CHECKS,
            VtlSwitch.CALL_CHECKS, VtlSwitch.RETURN_CHECKS,
            ModifyVtlProtectionMask.CHECKS, ModifyVtlProtectionMask.PAGE_CHECKS,
            VpRegisters.GET_CHECKS, VpRegisters.READ_CHECKS,
            VpRegisters.SET_CHECKS, RegisterWrite.CHECKS,
            TranslateVirtualAddress.CHECKS, TranslateVirtualAddressEx.CHECKS,
            SendSyntheticClusterIpi.CHECKS, SendSyntheticClusterIpi.EX_CHECKS,
            GetVpIndexFromApicId.CHECKS, GetVpIndexFromApicId.ID_CHECKS,
            FlushVirtualAddress.SPACE_CHECKS, FlushVirtualAddress.LIST_CHECKS,
            FlushVirtualAddress.SPACE_EX_CHECKS, FlushVirtualAddress.LIST_EX_CHECKS,
            SignalEvent.CHECKS, AssertVirtualInterrupt.CHECKS, InstallIntercept.CHECKS,
            SwitchVirtualAddressSpace.CHECKS, CheckForIoIntercept.CHECKS,
            CheckSparseGpaPageVtlAccess.CHECKS, CheckSparseGpaPageVtlAccess.PAGE_CHECKS);

    private AllChecks() {
    }
}
