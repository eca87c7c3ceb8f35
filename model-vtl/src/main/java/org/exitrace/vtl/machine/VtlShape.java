package org.exitrace.vtl.machine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.script.Script;
import org.exitrace.vtl.call.CallTable;
import org.exitrace.vtl.guest.GuestCode;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlStart;

/**
 * How large a machine is, and what its guest does.
 *
 * @param bounds how large, apart from its table of calls
 * @param enabledVtls how many VTLs, from VTL0, are enabled from the start
 * @param startedVps how many virtual processors, from the first, run from the start
 * @param scripts by the name of the VTL, such as {@code vp0-vtl1}; the others do nothing
 */
public record VtlShape(VtlBounds bounds, int enabledVtls, int startedVps,
        Map<String, Script<Vtl>> scripts) {

    /** How the partition begins, and whether its guest looks at that or changes it. */
    VtlStart start(CallTable calls) {
        return new VtlStart(enabledVtls, startedVps,
                calls.hasPartitionCalls() || startedVps < bounds.vps(), features(calls),
                calls.overlays());
    }

    private Set<Feature> features(CallTable calls) {
        Set<Feature> all = calls.features();
        scripts.values().forEach(script -> script.calls().forEach(
                call -> GuestCode.needs(call).ifPresent(all::add)));
        if (bounds.vps() > 1 && calls.hasReset()) {
            all.addAll(List.of(Feature.RESETS_OF_ALL, Feature.STARTUP_IPIS));
        }
        return all;
    }

    /** The name of VTL {@code vtl} of virtual processor {@code vp} as an actor. */
    public static String actor(int vp, int vtl) {
        return "vp" + vp + "-vtl" + vtl;
    }
}
