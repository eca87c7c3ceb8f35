package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.spec.InterruptType;
import org.exitrace.vtl.state.VtlBounds;

/** Interrupts by hypercall for several, and as devices send them. */
final class InterruptOffers {

    private InterruptOffers() {
    }

    static List<CallOffer> all(Parameter vtl, VtlBounds bounds) {
        Parameter vector = Parameter.number("vector", 0, bounds.vectors() - 1L,
                "which vector; the higher goes first");
        return List.of(
                CallOffer.of("send-ipi-ex", "HvCallSendSyntheticClusterIpiEx: sends an interrupt"
                        + " to a VTL of some virtual processors", List.of(vtl, vector,
                                Parameter.number("mask", 0, (1L << bounds.vps()) - 1,
                                        "bank 0 of their set, bit n for number n").usually(0),
                                Parameter.flag("all", "whether the set is written as all")
                                        .usually(false)),
                        given -> new SendIpiEx(given.number("mask"), given.flag("all"),
                                given.number("vtl"), given.number("vector"))),
                CallOffer.of("assert-interrupt", "HvCallAssertVirtualInterrupt: an interrupt of a"
                        + " device, to a VTL of a virtual processor", List.of(
                                Parameter.number("vp", 0, bounds.vps() - 1L,
                                        "to which virtual processor"), vtl,
                                vector.usually(0)),
                        given -> new AssertInterrupt(given.number("vp"), given.number("vtl"),
                                InterruptType.FIXED, given.number("vector"))),
                CallOffer.of("assert-nmi", "the same of an NMI", List.of(
                                Parameter.number("vp", 0, bounds.vps() - 1L,
                                        "to which virtual processor"), vtl),
                        given -> new AssertInterrupt(given.number("vp"), given.number("vtl"),
                                InterruptType.NMI, 0)));
    }
}
