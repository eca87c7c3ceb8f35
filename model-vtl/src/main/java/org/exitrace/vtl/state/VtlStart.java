package org.exitrace.vtl.state;

import java.util.Set;

/**
 * How a partition begins.
 *
 * @param vtls how many VTLs, from VTL0, are enabled everywhere
 * @param vps how many virtual processors, from the first, have been started
 * @param isChanged whether the guest asks for more, or looks: then the partition has cells
 * @param features what else its guest asks for
 * @param overlays the pages of the hypervisor that its guest asks for
 */
public record VtlStart(int vtls, int vps, boolean isChanged, Set<Feature> features,
        Set<OverlayKind> overlays) {

    /** Whether VTLs intercept anything but accesses to pages. */
    public boolean intercepts() {
        return features.contains(Feature.INTERCEPTS) || features.contains(Feature.PORTS);
    }

    /** The VTLs that are enabled: bit n for VTL n. */
    public long enabled() {
        return (1L << vtls) - 1;
    }

    /** The virtual processors that have been started: bit n for number n. */
    public long started() {
        return (1L << vps) - 1;
    }
}
