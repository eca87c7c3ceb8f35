package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.VtlBounds;

/** Hypercalls on what lower VTLs may do with pages. */
final class MemoryOffers {

    private MemoryOffers() {
    }

    static List<CallOffer> all(Parameter vtl) {
        Parameter mask = Parameter.word("mask", Masks.words(), "what lower VTLs may do");
        return List.of(
                CallOffer.of("modify-protection", "HvCallModifyVtlProtectionMask: what a lower VTL"
                        + " may do with pages, one after the other", List.of(vtl, mask,
                        Parameter.number("page", 0, VtlBounds.MOST_PAGES, "the first page"),
                        Parameter.number("count", 1, VtlBounds.MOST_PAGES, "how many").usually(1)),
                        given -> new ModifyProtection(given.number("vtl"), given.number("page"),
                                given.number("count"), Masks.of(given.word("mask")))),
                CallOffer.of("lock-tlb", "HvCallSetVpRegisters of VsmVpSecureConfigVtlN: whether"
                        + " flushes of a lower VTL wait", List.of(vtl, Parameter.flag("locked",
                                "TlbLocked").usually(true)),
                        given -> new LockTlb(given.number("vtl"), given.flag("locked"))),
                CallOffer.of("set-mbec", "HvCallSetVpRegisters of VsmVpSecureConfigVtlN: whether a"
                        + " lower VTL's executions in kernel and user mode are told apart",
                        List.of(vtl, Parameter.flag("enabled", "MbecEnabled").usually(true)),
                        given -> new SetMbec(given.number("vtl"), given.flag("enabled"))),
                CallOffer.of("start-dma", "lets the device access a page by itself",
                        List.of(Parameter.number("page", 0, VtlBounds.MOST_PAGES - 1L,
                                "which page"), Parameter.flag("write", "whether to write it")
                                .usually(false), Parameter.number("value", 0, Register.MOST,
                                "what it writes").usually(0)),
                        given -> new StartDma(given.number("page"), given.flag("write"),
                                given.number("value"))),
                CallOffer.of("flush-tlb", "HvCallFlushVirtualAddressSpace: all virtual processors"
                        + " lose translations", List.of(Parameter.flag("canonical", "whether its"
                        + " address is one that can have a translation").usually(true)),
                        given -> new FlushTlb(given.flag("canonical"))),
                CallOffer.of("set-partition-config", "HvCallSetVpRegisters of VsmPartitionConfig",
                        List.of(vtl, mask.usually("rwx"), Parameter.flag("protects",
                                "EnableVtlProtection").usually(true)),
                        given -> new SetVsm(given.number("vtl"), HvRegister.VSM_PARTITION_CONFIG,
                                config(given.flag("protects"), Masks.of(given.word("mask"))))));
    }

    private static long config(boolean protects, int mask) {
        return VsmPartitionConfig.AT_RESET
                | VsmPartitionConfig.ENABLE_VTL_PROTECTION.of(protects ? 1 : 0)
                | VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK.of(mask);
    }
}
