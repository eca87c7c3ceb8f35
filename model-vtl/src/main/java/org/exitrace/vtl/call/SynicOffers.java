package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.VtlBounds;

/** What scripts ask of SynICs. */
final class SynicOffers {

    private SynicOffers() {
    }

    static List<CallOffer> all(Parameter vtl, VtlBounds bounds) {
        List<CallOffer> offers = new ArrayList<>();
        Parameter sint = Parameter.number("sint", 0, Math.max(bounds.parts().sints() - 1L, 0),
                "of which SINT");
        if (bounds.parts().sints() > 0) {
            offers.add(CallOffer.of("write-eom", "writes EOM: the slot is empty, and a message"
                    + " waits", List.of(sint), given -> new WriteEom(given.number("sint"))));
        }
        if (bounds.parts().flags() > 0) {
            offers.add(CallOffer.of("signal-event", "HvCallSignalEvent by a connection to a port:"
                    + " sets an event flag of a VTL of a virtual processor", List.of(
                            Parameter.number("vp", 0, bounds.vps() - 1L, "of which processor"),
                            vtl, Parameter.number("sint", 0, bounds.parts().sints(),
                                    "of which SINT; the last has no connection"),
                            Parameter.number("flag", 0, bounds.parts().flags(),
                                    "which flag; the last does not exist")),
                    given -> new SignalEvent(given.number("vp"), given.number("vtl"),
                            given.number("sint"), given.number("flag"))));
        }
        return offers;
    }
}
