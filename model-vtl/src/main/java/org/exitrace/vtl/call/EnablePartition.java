package org.exitrace.vtl.call;

import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.EnablePartitionVtl;
import org.exitrace.vtl.spec.EnablePartitionFlag;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallEnablePartitionVtl, with its input in registers.
 *
 * @param vtl which VTL
 * @param isMbec whether with mode-based execution control
 */
public record EnablePartition(int vtl, boolean isMbec) implements PartitionCall {

    @Override
    public String effect() {
        return "enable vtl" + vtl + " on the partition";
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return EnablePartitionVtl.CHECKS.decide(caller, new EnablePartitionVtl(
                VtlNumber.PARTITION_SELF, vtl,
                isMbec ? EnablePartitionFlag.ENABLE_MBEC.bit() : 0, true));
    }

    @Override
    public void act(Guest guest, Vtl caller, GuestCaller view) {
        guest.partition().enable(
                vtl, isMbec, view.bug() == HypervisorBug.REPLACES_SET);
    }
}
