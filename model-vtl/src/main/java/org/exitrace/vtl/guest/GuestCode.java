package org.exitrace.vtl.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.engine.state.CountCell;
import org.exitrace.vtl.call.CallOperations;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/** All that scripts can let a VTL of a virtual processor do. */
public final class GuestCode {

    private GuestCode() {
    }

    /** What else the machine needs for {@code call}, where that is no hypercall. */
    public static Optional<Feature> needs(Call<Vtl> call) {
        return call.operation().name().equals(StartupInstructions.SIPI_ENTRY)
                ? Optional.of(Feature.STARTUP_IPIS) : SynicInstructions.needs(call);
    }

    /**
     * All operations in a machine of that size.
     *
     * @param number of a hypercall in the machine's table
     * @param words of the machine
     * @param rounds counts those of a workload
     */
    public static List<Operation<Vtl>> all(VtlBounds bounds, Function<HvCall, Integer> number,
            Function<Vtl, SharedWords> words, Function<Vtl, CountCell> rounds) {
        List<Operation<Vtl>> all = new ArrayList<>(Instructions.all());
        all.addAll(SwitchInstructions.all());
        all.addAll(StartupInstructions.all());
        all.addAll(InterruptInstructions.all(bounds));
        all.addAll(InterceptInstructions.all());
        if (bounds.pages() > 0) {
            all.addAll(PageInstructions.all(bounds));
            all.addAll(DeviceInstructions.all());
        }
        if (bounds.parts().sints() > 0) {
            all.addAll(SynicInstructions.all(bounds));
            all.addAll(SynicInstructions.timers(bounds));
        }
        if (bounds.parts().flags() > 0) {
            all.addAll(SynicInstructions.flags(bounds));
        }
        if (bounds.parts().vina()) {
            all.addAll(VinaInstructions.all());
        }
        all.addAll(BootWork.all(bounds, number, rounds));
        all.addAll(CallOperations.all(bounds, number));
        all.addAll(WordOperations.of("guest", VtlCosts.INSTRUCTION, words, vtl -> vtl.result));
        return all;
    }
}
