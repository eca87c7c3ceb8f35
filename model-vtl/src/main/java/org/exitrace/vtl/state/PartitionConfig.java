package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.AccessMask;

/** VsmPartitionConfig of one VTL: what it decides for those below it (docs/vtl.md a.3). */
public final class PartitionConfig extends Region {

    /** EnableVtlProtection. */
    public final FlagCell protects = cells().flag("enable_vtl_protection");
    /** DefaultVtlProtectionMask. */
    public final BitsCell usual = cells().bits("default_protection_mask", 4)
            .initially(AccessMask.ALL);

    PartitionConfig(CellScope scope) {
        super(scope);
    }
}
