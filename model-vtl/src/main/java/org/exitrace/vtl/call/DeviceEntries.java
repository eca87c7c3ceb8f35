package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.DeviceRights;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Device;
import org.exitrace.vtl.state.VtlCosts;

/**
 * What becomes of a device's rights where those of VTL0 change: under a lock the entries of its
 * IOMMU are written, and what the device keeps of them is invalidated, which in hardware waits for
 * accesses that are under way. Whoever changes rights does so before the hypercall succeeds.
 * Source: docs/vtl.md c.5.
 */
final class DeviceEntries {

    private DeviceEntries() {
    }

    /** What follows a change of {@code span}, if the machine has a device. */
    static <S> void follow(Block<S> code, CallSite<S> site, PageSpan span) {
        Optional<Device> known = site.guest().memory.device();
        DeviceRights rights = site.design().get(DeviceRights.SWITCH);
        if (known.isEmpty() || span.lowest() != VtlNumber.LOWEST || !rights.follows()) {
            return;
        }
        Device device = known.get();
        code.lock("lock the IOMMU's table", any -> device.lock).costs(VtlCosts.ACCESS)
                .given(rights == DeviceRights.INVALIDATES_FIRST,
                        early -> invalidate(early, device, span))
                .step("write the IOMMU's entries by what vtl0 may do",
                        any -> device.follows(span.first(), span.count()))
                .costs(VtlCosts.ACCESS)
                .given(rights == DeviceRights.IOMMU, late -> invalidate(late, device, span))
                .unlock("unlock the IOMMU's table", any -> device.lock).costs(VtlCosts.ACCESS);
    }

    private static <S> void invalidate(Block<S> code, Device device, PageSpan span) {
        code.step("invalidate the IOTLB, and wait for the device",
                any -> device.invalidates(span.first(), span.count())).costs(VtlCosts.ACCESS);
    }
}
