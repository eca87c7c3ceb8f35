package org.exitrace.vtl.host.companion;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.host.SwitchDuties;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.VtlBounds;

/** What the VMM keeps of a virtual processor with a vCPU for each of its two VTLs. */
final class VcpuPair extends Region {

    final BitsCell eventState = cells().bits("event_state", 2).named("INT", "CALL");
    final FlagCell handled = cells().flag("handled");
    final SwitchDuties duties;
    private final List<VcpuThread> threads = new ArrayList<>();
    private final Vp vp;

    VcpuPair(CellScope scope, Vp vp, SwitchDuties duties, Kernel kernel, VtlBounds bounds) {
        super(scope);
        this.vp = vp;
        this.duties = duties;
        for (int vtl = 0; vtl < vp.vtls().size(); vtl++) {
            threads.add(new VcpuThread(
                    scope.in("vtl[" + vtl + "]"), this, vp.vtl(vtl), kernel, bounds));
        }
    }

    Vp vp() {
        return vp;
    }

    List<VcpuThread> threads() {
        return threads;
    }
}
