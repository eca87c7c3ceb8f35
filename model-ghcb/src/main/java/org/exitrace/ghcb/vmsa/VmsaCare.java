package org.exitrace.ghcb.vmsa;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;

/**
 * How a guest goes about its VMSAs.
 *
 * @param release what it does with a page that is still in use
 * @param lookup how it finds the page of an AP
 */
public record VmsaCare(VmsaRelease release, VmsaLookup lookup) {

    /** The questions that it answers. */
    public static final List<Switch<?>> SWITCHES =
            List.of(VmsaRelease.SWITCH, VmsaLookup.SWITCH);
    /** As guests do today. */
    public static final VmsaCare USUAL =
            new VmsaCare(VmsaRelease.SWITCH.usual(), VmsaLookup.SWITCH.usual());

    /** As {@code design} says. */
    public static VmsaCare of(Design design) {
        return new VmsaCare(design.get(VmsaRelease.SWITCH), design.get(VmsaLookup.SWITCH));
    }
}
