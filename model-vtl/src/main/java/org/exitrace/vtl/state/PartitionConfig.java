package org.exitrace.vtl.state;

import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.AccessMask;
import org.exitrace.vtl.spec.VsmPartitionConfig;

/** VsmPartitionConfig of one VTL: what it decides for those below it (docs/vtl.md a.3). */
public final class PartitionConfig extends Region {

    private static final int BITS = 16;
    private static final long OTHERS = (1L << BITS) - 1
            & ~VsmPartitionConfig.ENABLE_VTL_PROTECTION.mask()
            & ~VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK.mask();

    /** EnableVtlProtection. */
    public final FlagCell protects = cells().flag("enable_vtl_protection");
    /** DefaultVtlProtectionMask. */
    public final BitsCell usual = cells().bits("default_protection_mask", 4)
            .initially(AccessMask.ALL);

    /** All other bits of the register that the model has; none where no guest writes them. */
    private final Optional<BitsCell> others;

    PartitionConfig(CellScope scope, boolean isWhole) {
        super(scope);
        others = isWhole ? Optional.of(cells().bits("others", BITS)
                .initially(VsmPartitionConfig.AT_RESET)) : Optional.empty();
    }

    /** The register. */
    public long word() {
        return VsmPartitionConfig.ENABLE_VTL_PROTECTION.of(protects.isSet() ? 1 : 0)
                | VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK.of(usual.get())
                | others.map(BitsCell::get).orElse(VsmPartitionConfig.AT_RESET);
    }

    /** ZeroMemoryOnReset. */
    boolean zeroesMemory() {
        return VsmPartitionConfig.ZERO_MEMORY_ON_RESET.isSetIn(word());
    }

    /** Writes the register, of which the model has bits 15:0. */
    void write(long word) {
        protects.clear();
        if (VsmPartitionConfig.ENABLE_VTL_PROTECTION.isSetIn(word)) {
            protects.raise();
        }
        usual.become(VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK.in(word));
        others.ifPresent(cell -> cell.become(word & OTHERS));
    }
}
