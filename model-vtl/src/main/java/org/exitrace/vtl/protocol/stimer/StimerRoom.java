package org.exitrace.vtl.protocol.stimer;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A vCPU with a one-shot timer for each VTL, and a VMM that moves them to another host. */
public final class StimerRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.RESTORE_ARMS_NOTHING, ProtocolRule.PAUSED_WHILE_SAVED);

    private StimerRoom() {
    }

    /** A room with {@code levels} VTLs, whose highest is active. */
    public static void furnish(ModelBuilder model, int levels, int others) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        Moved vm = new Moved(model.region("vm"));
        List<Stimer> timers = new ArrayList<>();
        for (int vtl = 0; vtl < levels; vtl++) {
            Stimer timer = new Stimer(model.region("vtl" + vtl + ".stimer"), vm);
            timers.add(timer);
            model.program("vtl" + vtl, timer, Stimer.guest());
            model.program("vtl" + vtl + "-timer", timer, Stimer.process());
        }
        model.program("vmm", vm, Moved.move(timers, rules));
        model.never("I-57", "a timer sends a message more often than it was armed", timers,
                Stimer::isSpurious)
                .because("restoring a timer does not arm it").from("docs/vtl.md I-57, f B45");
        model.atRest("I-65", "each timer that was armed has sent its message", () ->
                timers.stream().noneMatch(Stimer::isLost))
                .because("what is saved at rest and restored is the same")
                .from("docs/vtl.md I-65");
        model.reachable("sent", "all timers have sent behind the move", () ->
                vm.isOver() && timers.stream().noneMatch(Stimer::isLost)
                        && timers.stream().allMatch(Stimer::isArmedOnce));
    }
}
