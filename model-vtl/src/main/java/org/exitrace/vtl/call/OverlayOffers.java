package org.exitrace.vtl.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
                                "what of the output it reads: a number"), ex()),
                        given -> new TranslatePage(given.number("vtl"), given.number("page"),
                                given.flag("write") ? Access.WRITE : Access.READ,
                                TranslatedField.of(given.word("field")), given.flag("ex"))),
                check(vtl, bounds, told));
    }

    private static CallOffer check(Parameter vtl, VtlBounds bounds, List<String> told) {
        return new CallOffer("check-access", "HvCallCheckSparseGpaPageVtlAccess: asks which VTL"
                + " would intercept an access to a page", told, List.of(vtl,
                        Parameter.number("page", 0, bounds.pages(),
                                "which page; the last does not exist"),
                        Parameter.word("access", Arrays.stream(Access.values())
                                .map(OverlayOffers::word).toList(), "how"),
                        Parameter.word("field", CheckedField.words(),
                                "what of the output it reads: a number")),
                given -> new CheckAccess(given.number("vtl"), given.number("page"),
                        Arrays.stream(Access.values()).filter(each -> word(each)
                                .equals(given.word("access"))).findFirst().orElseThrow(),
                        CheckedField.of(given.word("field"))));
    }

    private static String word(Access access) {
        return access.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a translation is asked for by the longer call. */
    static Parameter ex() {
        return Parameter.flag("ex", "whether by HvCallTranslateVirtualAddressEx").usually(false);
    }
}
