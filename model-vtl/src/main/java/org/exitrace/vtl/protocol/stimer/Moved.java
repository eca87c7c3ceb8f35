package org.exitrace.vtl.protocol.stimer;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A VM that a VMM moves once: each register of each timer is an ioctl of its own. */
final class Moved extends Region {

    static final String SOURCE = "docs/vtl.md f.7";

    private final FlagCell paused = cells().flag("vCPUs stand still");
    private final FlagCell over = cells().flag("moved");

    Moved(CellScope scope) {
        super(scope);
    }

    boolean runs() {
        return paused.isClear();
    }

    boolean isOver() {
        return over.isSet();
    }

    /** Of the VMM: {@code timers} are those of all VTLs, the active one last. */
    static Routine<Moved> move(List<Stimer> timers, ProtocolRules rules) {
        boolean pauses = rules.keep(ProtocolRule.PAUSED_WHILE_SAVED);
        boolean arms = !rules.keep(ProtocolRule.RESTORE_ARMS_NOTHING);
        List<Stimer> saved = rules.keep(ProtocolRule.TIMERS_OF_ALL_VTLS) ? timers
                : timers.subList(timers.size() - 1, timers.size());
        return Routine.named("move", SOURCE, code -> {
            code.given(pauses, stops -> stops.step("stops the vCPUs", it -> it.paused.raise()));
            for (Stimer timer : saved) {
                code.step("reads CONFIG of " + timer.name(), any -> timer.saveConfig());
                code.step("reads COUNT of " + timer.name(), any -> timer.saveCount());
            }
            code.step("makes the VM on the other host", any -> timers.forEach(Stimer::begins));
            for (Stimer timer : saved) {
                code.step("writes CONFIG of " + timer.name(), any -> timer.restoreConfig());
                code.step("writes COUNT of " + timer.name(), any -> timer.restoreCount(arms));
            }
            code.step("lets the vCPUs go on", it -> {
                it.paused.clear();
                it.over.raise();
            });
        });
    }
}
