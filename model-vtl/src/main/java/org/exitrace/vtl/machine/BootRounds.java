package org.exitrace.vtl.machine;

import java.util.Optional;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.state.CountCell;
import org.exitrace.vtl.call.BootCalls;
import org.exitrace.vtl.state.Vtl;

/** How many rounds of a workload a VTL has done; only one that does such work has a cell for it. */
final class BootRounds {

    private final Optional<CountCell> done;

    BootRounds(ModelBuilder model, Vtl vtl, Script<Vtl> script) {
        int most = 0;
        for (Call<Vtl> call : script.calls()) {
            if (call.operation().name().equals(BootCalls.BOOT)) {
                most = Math.max(most, call.arguments().number("rounds"));
            }
        }
        done = most == 0 ? Optional.empty()
                : Optional.of(model.region(vtl.name() + ".work").count("rounds", most));
    }

    CountCell done() {
        return done.orElseThrow();
    }
}
