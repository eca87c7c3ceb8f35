package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.VtlResults;

/** Hypercalls about the partition; what they name need not exist. */
final class PartitionOffers {

    private static final int MOST_VTL = 15;
    private static final int MOST_VP = 15;
    private static final int MOST_APIC_ID = 63;
    private static final List<HvRegister> WRITTEN = List.of(HvRegister.VSM_PARTITION_CONFIG,
            HvRegister.VSM_VP_STATUS, HvRegister.VSM_PARTITION_STATUS,
            HvRegister.VSM_CAPABILITIES, HvRegister.VSM_CODE_PAGE_OFFSETS);

    private PartitionOffers() {
    }

    static List<CallOffer> all() {
        Parameter vtl = Parameter.number("vtl", 0, MOST_VTL, "which VTL");
        Parameter vp = Parameter.number("vp", 0, MOST_VP, "which virtual processor");
        Parameter cr3 = Parameter.number("cr3", 0, Register.MOST,
                "CR3 of the initial context").usually(0);
        return List.of(
                CallOffer.of("enable-partition-vtl", "HvCallEnablePartitionVtl: gives the"
                        + " partition a VTL", List.of(vtl, Parameter.flag("mbec",
                                "whether with mode-based execution control").usually(false)),
                        given -> new EnablePartition(given.number("vtl"), given.flag("mbec"))),
                CallOffer.of("enable-vp-vtl", "HvCallEnableVpVtl: gives a virtual processor a VTL"
                        + " of the partition", List.of(vp, vtl, cr3),
                        given -> new EnableVp(given.number("vp"), given.number("vtl"),
                                given.number("cr3"))),
                CallOffer.of("start-vp", "HvCallStartVirtualProcessor: lets a virtual processor"
                        + " begin", List.of(vp, vtl, cr3),
                        given -> new StartVp(given.number("vp"), given.number("vtl"),
                                given.number("cr3"))),
                CallOffer.of("reset", "resets the partition, from VTL0 of its first processor; what"
                        + " follows is its next life, and others begin it at 'sipi-entry'",
                        List.of(), given -> new Reset()),
                get(vtl), index(vtl),
                CallOffer.of("set-vsm", "HvCallSetVpRegisters: writes a register of virtual"
                        + " secure mode", List.of(vtl, Parameter.word("register",
                                WRITTEN.stream().map(Enum::name).toList(), "which register"),
                                Parameter.bits("value", "what it shall hold")),
                        given -> new SetVsm(given.number("vtl"), HvRegister.valueOf(
                                given.word("register")), given.wide("value"))));
    }

    private static CallOffer index(Parameter vtl) {
        List<String> got = CallOffer.statuses();
        got.addAll(VtlResults.fieldValues());
        return new CallOffer("get-vp-index", "HvCallGetVpIndexFromApicId: asks for the virtual"
                + " processor that has an APIC id", got, List.of(Parameter.number("apic-id", 0,
                        MOST_APIC_ID, "which id"), vtl),
                given -> new GetVpIndex(given.number("vtl"), given.number("apic-id")));
    }

    private static CallOffer get(Parameter vtl) {
        List<String> got = CallOffer.statuses();
        got.addAll(VtlResults.fieldValues());
        return new CallOffer("get-vsm", "HvCallGetVpRegisters: reads a field of a register of"
                + " virtual secure mode", got, List.of(vtl,
                        Parameter.word("field", VsmField.words(), "which field")),
                given -> new GetVsm(given.number("vtl"), VsmField.of(given.word("field"))));
    }
}
