package org.exitrace.vtl.guest;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.vtl.state.StartupIpis;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Where the code begins that SIPI starts. */
public final class StartupInstructions {

    /** Its name. */
    public static final String SIPI_ENTRY = "sipi-entry";

    private static final List<String> STARTS = List.of("start-vp", "init-sipi");

    private StartupInstructions() {
    }

    /** Why {@code script} of {@code actor} cannot begin by SIPI, with its line and a remedy. */
    public static Optional<String> problem(String actor, Script<?> script) {
        return script.calls().stream()
                .filter(call -> call.operation().name().equals(SIPI_ENTRY)).skip(1).findFirst()
                .map(call -> "'" + actor + "' says '" + SIPI_ENTRY + "' a second time"
                        + (call.line() > 0 ? " in line " + call.line() : "") + ", and SIPI leads to"
                        + " one place; leave one out");
    }

    /** Why {@code script} of {@code actor} does not go with a reset by the first processor. */
    public static Optional<String> besideReset(String actor, Script<?> script) {
        return actor.startsWith("vp0-") ? Optional.empty() : script.calls().stream()
                .filter(call -> STARTS.contains(call.operation().name())).findFirst()
                .map(call -> "'" + actor + "' says '" + call.operation().name() + "'"
                        + (call.line() > 0 ? " in line " + call.line() : "") + ", and a processor"
                        + " that is started during a reset is not told here; start it by a script"
                        + " of 'vp0', or leave 'reset' out");
    }

    static List<Operation<Vtl>> all() {
        return List.of(Operation.<Vtl>named(SIPI_ENTRY, "where VTL0 begins by SIPI behind an INIT;"
                + " who comes here otherwise halts", vtl -> vtl.result)
                .from("docs/vtl.md c.6").does(Routine.named(SIPI_ENTRY, "docs/vtl.md c.6",
                        code -> code.await("halted", vtl -> false).mayRest()
                                .step("begin at SIPI's vector", Vtl::retires)
                                .entry(StartupIpis.VECTOR).costs(VtlCosts.INSTRUCTION))));
    }
}
