package org.exitrace.vtl.guest;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Guarded;
import org.exitrace.vtl.state.Intercept;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlResults;

/** What a VTL reads of control registers, and of what it has intercepted. */
final class InterceptInstructions {

    private static final String SOURCE = "docs/vtl.md a.5";

    private InterceptInstructions() {
    }

    static List<Operation<Vtl>> all() {
        Parameter register = Parameter.word("register", Guarded.registers(), "which register");
        return List.of(
                Operation.<Vtl>named("read-control", "reads a control register of its own",
                        vtl -> vtl.result).takes(register).from(SOURCE)
                        .gives(VtlResults.values().toArray(String[]::new))
                        .does(given -> Instructions.instruction("read-control",
                                "read " + given.word("register"), vtl -> vtl.result.become(
                                        Integer.toString(vtl.interception().register(
                                                Guarded.of(given.word("register"))).get())))),
                Operation.<Vtl>named("read-write-intercept", "reads what of the VTL below was"
                        + " intercepted", vtl -> vtl.result).from(SOURCE).gives(told())
                        .does(given -> Instructions.instruction("read-write-intercept",
                                "read the intercept", vtl -> vtl.result.become(
                                        vtl.vp().below(vtl).orElseThrow()
                                                .interception().word()))));
    }

    private static String[] told() {
        List<String> words = new ArrayList<>(List.of(Intercept.NOTHING));
        for (Guarded guarded : Guarded.values()) {
            words.add(guarded.word());
        }
        return words.toArray(String[]::new);
    }
}
