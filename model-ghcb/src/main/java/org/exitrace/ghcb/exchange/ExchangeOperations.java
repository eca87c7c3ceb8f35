package org.exitrace.ghcb.exchange;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** All that a scripted virtual CPU can be told to do. */
public final class ExchangeOperations {

    private ExchangeOperations() {
    }

    /** The operations of a virtual CPU in a machine of those bounds and that design. */
    public static List<Operation<GhcbGuest>> all(ExchangeBounds bounds, Design design) {
        List<Operation<GhcbGuest>> all = new ArrayList<>(PageOperations.all(bounds));
        all.addAll(WordOperations.<GhcbGuest>of(
                "guest", "guest.instruction", guest -> guest.words, guest -> guest.result));
        all.addAll(LapicOperations.all(bounds));
        all.addAll(VmsaOperations.all(bounds, design));
        return List.copyOf(all);
    }
}
