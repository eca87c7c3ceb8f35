package org.exitrace.vtl.guest;

import java.util.List;
import org.exitrace.engine.script.Operation;
import org.exitrace.vtl.state.Vtl;

/** What a VTL reads and writes of VinaStatus in its assist page. */
final class VinaInstructions {

    private VinaInstructions() {
    }

    static List<Operation<Vtl>> all() {
        return List.of(
                Operation.<Vtl>named("vina-asserted", "reads VinaAsserted of its assist page",
                        vtl -> vtl.result).gives("0", "1").from("docs/vtl.md c.4")
                        .does(Instructions.instruction("vina-asserted", "read VinaStatus",
                                vtl -> vtl.result.become(
                                        vtl.vina().asserted.isSet() ? "1" : "0"))),
                Operation.<Vtl>named("clear-vina", "clears VinaAsserted of its assist page",
                        vtl -> vtl.result).from("docs/vtl.md c.4")
                        .does(Instructions.instruction("clear-vina", "write VinaStatus",
                                vtl -> vtl.vina().asserted.clear())));
    }
}
