package org.exitrace.vtl.call;

import java.util.Arrays;
import java.util.List;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.spec.BitField;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.spec.VsmPartitionStatus;
import org.exitrace.vtl.spec.VsmVpStatus;
import org.exitrace.vtl.state.Vtl;

/** A field of a register of virtual secure mode, as scripts name it. Source: docs/vtl.md a.3. */
public enum VsmField {
    ACTIVE_VTL("vp-status.ActiveVtl", HvRegister.VSM_VP_STATUS, VsmVpStatus.ACTIVE_VTL),
    VP_VTLS("vp-status.EnabledVtlSet", HvRegister.VSM_VP_STATUS, VsmVpStatus.ENABLED_VTL_SET),
    PARTITION_VTLS("partition-status.EnabledVtlSet", HvRegister.VSM_PARTITION_STATUS,
            VsmPartitionStatus.ENABLED_VTL_SET),
    MAXIMUM_VTL("partition-status.MaximumVtl", HvRegister.VSM_PARTITION_STATUS,
            VsmPartitionStatus.MAXIMUM_VTL),
    MBEC_VTLS("partition-status.MbecEnabledVtlSet", HvRegister.VSM_PARTITION_STATUS,
            VsmPartitionStatus.MBEC_ENABLED_VTL_SET),
    PROTECTS("partition-config.EnableVtlProtection", HvRegister.VSM_PARTITION_CONFIG,
            VsmPartitionConfig.ENABLE_VTL_PROTECTION),
    DEFAULT_MASK("partition-config.DefaultVtlProtectionMask", HvRegister.VSM_PARTITION_CONFIG,
            VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK),
    ZEROES("partition-config.ZeroMemoryOnReset", HvRegister.VSM_PARTITION_CONFIG,
            VsmPartitionConfig.ZERO_MEMORY_ON_RESET),
    DENIES_STARTUP("partition-config.DenyLowerVtlStartup", HvRegister.VSM_PARTITION_CONFIG,
            VsmPartitionConfig.DENY_LOWER_VTL_STARTUP);

    private final String word;
    private final HvRegister register;
    private final BitField field;

    VsmField(String word, HvRegister register, BitField field) {
        this.word = word;
        this.register = register;
        this.field = field;
    }

    /** The register of which it is a field. */
    public HvRegister register() {
        return register;
    }

    /** All, as scripts name them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(each -> each.word).toList();
    }

    /** The field that scripts name so. */
    public static VsmField of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word))
                .findFirst().orElseThrow();
    }

    /** Whether {@code value} fits into its bits. */
    boolean holds(long value) {
        return value <= field.in(-1);
    }

    /** What it holds for {@code caller}, who asks for that of {@code vtl}. */
    int read(Vtl caller, CallerView view, int vtl) {
        long register = switch (this.register) {
            case VSM_VP_STATUS -> VsmVpStatus.ACTIVE_VTL.of(caller.vp().active.get())
                    | VsmVpStatus.ENABLED_VTL_SET.of(view.vtlsOf(view.vp()));
            case VSM_PARTITION_STATUS -> VsmPartitionStatus.ENABLED_VTL_SET
                    .of(view.partitionVtls())
                    | VsmPartitionStatus.MAXIMUM_VTL.of(view.maximumVtl())
                    | VsmPartitionStatus.MBEC_ENABLED_VTL_SET.of(view.mbecEnabledVtls());
            default -> view.partitionConfig(vtl);
        };
        return (int) field.in(register);
    }
}
