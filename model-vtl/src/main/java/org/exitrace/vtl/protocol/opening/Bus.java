package org.exitrace.vtl.protocol.opening;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** Who stops the devices of a VM, resets its bus and lets all go on. */
final class Bus extends Region {

    final List<Channel> channels = new ArrayList<>();
    /** Its channels shall be released. */
    final FlagCell resetting = cells().flag("resetting");
    /** All go on. */
    final FlagCell over = cells().flag("reset over");

    Bus(CellScope scope) {
        super(scope);
    }

    /** Devices stop before the server that asks them, and start behind the reset. */
    static Routine<Bus> reset(int count) {
        return Routine.named("reset", "docs/vtl.md f.11", code -> {
            for (int i = 0; i < count; i++) {
                int number = i;
                code.step("stops device " + i, it -> it.channels.get(number).stopped.raise());
            }
            code.step("asks the server for the reset", it -> it.resetting.raise());
            for (int i = 0; i < count; i++) {
                int number = i;
                code.await("channel " + i + " is released", it -> it.channels.get(number)
                        .state.is(Channel.State.RELEASED));
            }
            code.step("the reset is over", it -> {
                it.resetting.clear();
                it.over.raise();
            });
            for (int i = 0; i < count; i++) {
                int number = i;
                code.step("starts device " + i, it -> it.channels.get(number).stopped.clear());
            }
        });
    }
}
