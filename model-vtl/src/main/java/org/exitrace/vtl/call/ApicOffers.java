package org.exitrace.vtl.call;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.spec.LogicalModel;
import org.exitrace.vtl.state.Lapic;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlResults;

/** What scripts write to a local APIC and its ICR. */
final class ApicOffers {

    private ApicOffers() {
    }

    static List<CallOffer> all(VtlBounds bounds) {
        Parameter vp = Parameter.number("vp", 0, bounds.vps() - 1L, "to which virtual processor");
        Parameter vector = Parameter.number("vector", 0, bounds.vectors() - 1L,
                "which vector; the higher goes first");
        List<String> ids = CallOffer.statuses();
        ids.addAll(VtlResults.apicIds());
        return List.of(
                new CallOffer("read-apic-id", "reads the id of its local APIC", ids, List.of(),
                        given -> new ReadApicId()),
                CallOffer.of("write-icr", "writes the ICR: an interrupt to its own VTL of a virtual"
                        + " processor", List.of(vp, vector),
                        given -> new WriteIcr(given.number("vp"), given.number("vector"))),
                CallOffer.of("write-icr-nmi", "writes the ICR: an NMI to its own VTL of a virtual"
                        + " processor", List.of(vp),
                        given -> new WriteIcr(given.number("vp"), Lapic.NMI)),
                shorthand("write-icr-self", "its own virtual processor", WriteIcr.SELF, vector),
                shorthand("write-icr-all", "all virtual processors", WriteIcr.ALL, vector),
                shorthand("write-icr-others", "all virtual processors but its own",
                        WriteIcr.OTHERS, vector),
                logicalIcr(vector), lowestIcr(vector), model(),
                CallOffer.of("write-ldr", "writes LDR of its local"
                        + " APIC, unless that is an x2APIC", List.of(Parameter.number("id", 0,
                                LogicalModel.BROADCAST, "its logical id")),
                        given -> new WriteLdr(given.number("id"))),
                CallOffer.of("write-svr", "enables or disables its local APIC", List.of(
                        Parameter.flag("enabled", "whether it accepts interrupts")),
                        given -> new WriteSvr(given.flag("enabled"))),
                CallOffer.of("write-icr-init", "writes the ICR: INIT to VTL0 of a virtual"
                        + " processor that runs", List.of(vp),
                        given -> new StartupIpi(given.number("vp"), Lapic.INIT)),
                CallOffer.of("write-icr-sipi", "writes the ICR: SIPI to VTL0 of a virtual"
                        + " processor that INIT has stopped", List.of(vp),
                        given -> new StartupIpi(given.number("vp"), Lapic.SIPI)),
                CallOffer.of("init-sipi", "writes the ICR twice: INIT and SIPI to a virtual"
                        + " processor that was not started", List.of(vp),
                        given -> new InitSipi(given.number("vp"))));
    }

    private static CallOffer shorthand(String name, String whom, int vp, Parameter vector) {
        return CallOffer.of(name, "writes the ICR with the shorthand for " + whom, List.of(vector),
                given -> new WriteIcr(vp, given.number("vector")));
    }

    private static CallOffer logicalIcr(Parameter vector) {
        return CallOffer.of("write-icr-logical", "writes the ICR with a logical destination: an"
                + " interrupt to its own VTL of the virtual processors that it names",
                List.of(destination(), vector), given -> new WriteLogicalIcr(
                        given.wide("destination"), given.number("vector")));
    }

    private static CallOffer lowestIcr(Parameter vector) {
        return CallOffer.of("write-icr-lowest", "writes the ICR with a logical destination and"
                + " lowest priority: an interrupt to its own VTL of one of those that it names",
                List.of(destination(), vector), given -> new WriteLowestIcr(
                        given.wide("destination"), given.number("vector")));
    }

    private static Parameter destination() {
        return Parameter.number("destination", 0, LogicalModel.X2APIC_BROADCAST,
                "logical ids, as DFR or x2APIC mode has them read");
    }

    private static CallOffer model() {
        return CallOffer.of("set-logical-model", "writes DFR, or turns x2APIC mode on",
                List.of(Parameter.word("model", Arrays.stream(LogicalModel.values())
                        .map(LogicalModel::word).toList(), "how logical ids are read")),
                given -> new ChooseLogicalModel(LogicalModel.of(given.word("model"))));
    }
}
