package org.exitrace.vtl.machine;

import java.util.Map;
import org.exitrace.engine.script.Script;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;

/**
 * How large a machine is, and what its guest does.
 *
 * @param bounds how large, apart from its table of calls
 * @param scripts by the name of the VTL, such as {@code vp0-vtl1}; the others do nothing
 */
public record VtlShape(VtlBounds bounds, Map<String, Script<Vtl>> scripts) {

    /** The name of VTL {@code vtl} of virtual processor {@code vp} as an actor. */
    public static String actor(int vp, int vtl) {
        return "vp" + vp + "-vtl" + vtl;
    }
}
