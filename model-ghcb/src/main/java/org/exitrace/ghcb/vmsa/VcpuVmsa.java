package org.exitrace.ghcb.vmsa;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** From which VMSA the hardware runs a virtual CPU, and what its guest has been told of it. */
public final class VcpuVmsa extends Region {

    /** {@code vmsa_pa} of its VMCB: a page, or the host's own of the launch; none is invalid. */
    public final IndexCell current;
    /** The page named by a request to create it that succeeded and has had no effect yet. */
    public final IndexCell created;
    /** The host took a request to destroy it, and none to create it since. */
    public final FlagCell destroyTaken = ghost().flag("destroy_taken");
    /** The guest was told that it is destroyed. */
    public final FlagCell destroyed = ghost().flag("destroyed");
    /** It was entered from a VMSA whose SEV_FEATURES are not those of the VM. */
    public final FlagCell otherFeatures = ghost().flag("other_features");

    private final int pages;

    /** Declares the cells in {@code scope}; it runs from what the launch measured. */
    public VcpuVmsa(CellScope scope, int pages) {
        super(scope);
        this.pages = pages;
        current = cells().index("vmsa_pa", pages + 1);
        current.initially(pages);
        created = ghost().index("created", pages + 1);
    }

    /** Whether it runs from the page that the launch measured, which is none of the guest's. */
    public boolean isOfLaunch() {
        return current.is(pages);
    }

    /** Whether {@code vmsa_pa} points nowhere. */
    public boolean isInvalid() {
        return current.isNone();
    }
}
