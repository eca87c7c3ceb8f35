package org.exitrace.vtl.call;

import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Access;
import org.exitrace.vtl.state.OverlayKind;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlResults;

/** Writes of MSRs that lay pages of the hypervisor over pages of the guest, and who asks of it. */
final class OverlayOffers {

    private OverlayOffers() {
    }

    static List<CallOffer> all(Parameter vtl, VtlBounds bounds) {
        Parameter kind = Parameter.word("kind", OverlayKind.words(), "which one");
        Parameter page = Parameter.number("page", 0, bounds.pages() - 1L, "which page");
        List<String> told = Stream.concat(CallOffer.statuses().stream(),
                VtlResults.fieldValues().stream()).toList();
        return List.of(
                CallOffer.of("set-overlay", "writes the MSR that lays a page of the hypervisor over"
                        + " a page, for its VTL", List.of(kind, page),
                        given -> new SetOverlay(OverlayKind.of(given.word("kind")),
                                given.number("page"))),
                CallOffer.of("clear-overlay", "writes the MSR that takes a page of the hypervisor"
                        + " away, for its VTL", List.of(kind), given -> new SetOverlay(
                                OverlayKind.of(given.word("kind")), SetOverlay.OFF)),
                new CallOffer("translate-page", "HvCallTranslateVirtualAddress: asks whether a VTL"
                        + " of its own virtual processor may access a page", told,
                        List.of(vtl, page, Parameter.flag("write", "whether to write it")
                                .usually(false), Parameter.word("field", TranslatedField.words(),
                                "what of the output it reads: a number")),
                        given -> new TranslatePage(given.number("vtl"), given.number("page"),
                                given.flag("write") ? Access.WRITE : Access.READ,
                                TranslatedField.of(given.word("field")))));
    }
}
