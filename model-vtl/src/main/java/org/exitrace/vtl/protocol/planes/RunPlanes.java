package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Choices;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.PlaneRunner.Exit;
import org.exitrace.vtl.protocol.planes.PlaneRunner.Place;

/** The loop of user space. It wants an exit for each plane above the one it runs. */
final class RunPlanes {

    private final RunPlane<PlaneRunner> kvm;

    RunPlanes(ProtocolRules rules) {
        kvm = new RunPlane<>(rules);
    }

    /** Runs planes for ever, beginning with plane 0. */
    Routine<PlaneRunner> routine() {
        return Routine.named("run", "docs/vtl.md d.7", code -> code.forever(loop -> {
            kvm.enter(loop);
            loop.forever(this::guest);
            kvm.exit(loop);
            loop.local(runner -> runner.place.become(Place.USER));
            loop.step("VMM: chooses the next plane", RunPlanes::choose);
        }));
    }

    private void guest(Block<PlaneRunner> loop) {
        kvm.look(loop, event -> event
                .local(runner -> runner.leaveFor(Exit.EVENT)).leave());
        loop.local(runner -> runner.place.become(Place.GUEST));
        loop.either("runs the guest", RunPlanes::instructions).mayRest();
    }

    private static void instructions(Choices<PlaneRunner> ways) {
        ways.when("guest: takes its interrupt", runner -> !runner.own().irr.isEmpty(),
                runner -> runner.own().take());
        ways.when("exit for a request", runner -> runner.own().request.isSet(),
                runner -> runner.place.become(Place.KERNEL));
        ways.when("guest: returns", runner ->
                        !runner.isLowest() && runner.own().irr.isEmpty(),
                runner -> runner.leaveFor(Exit.RETURN), Block::leave);
        ways.when("guest: calls the plane above", PlaneRunner::mayCall, runner -> {
            runner.called.raise();
            runner.leaveFor(Exit.CALL);
        }, Block::leave);
    }

    private static void choose(PlaneRunner runner) {
        if (runner.exit.is(Exit.EVENT)
                && runner.notice().withInterrupts(runner.seen.get()) == 0) {
            runner.forNothing.raise();
        }
        runner.choose();
    }
}
