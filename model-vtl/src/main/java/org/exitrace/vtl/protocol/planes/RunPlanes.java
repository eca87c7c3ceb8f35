package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Choices;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.PlaneRunner.Exit;
import org.exitrace.vtl.protocol.planes.PlaneRunner.Place;

/** The runner's side, b1 to d3. User space wants an exit for each plane above the one it runs. */
final class RunPlanes {

    private final ProtocolRules rules;

    RunPlanes(ProtocolRules rules) {
        this.rules = rules;
    }

    /** Runs planes for ever, beginning with plane 0. */
    Routine<PlaneRunner> routine() {
        return Routine.named("run", "docs/vtl.md d.7", code -> code.forever(loop -> {
            enter(loop);
            loop.forever(this::guest);
            exit(loop);
            loop.local(runner -> runner.place.become(Place.USER));
            loop.step("VMM: chooses the next plane", RunPlanes::choose);
        }));
    }

    private void enter(Block<PlaneRunner> code) {
        if (rules.keep(ProtocolRule.EXITS_BEFORE_BITS)) {
            requestExits(code);
        }
        if (rules.keep(ProtocolRule.RUNNING_BEFORE_BITS)) {
            publish(code);
            fetchBits(code);
        } else {
            fetchBits(code);
            publish(code);
        }
        if (!rules.keep(ProtocolRule.EXITS_BEFORE_BITS)) {
            requestExits(code);
        }
        code.when(runner -> (runner.seen.get() & runner.notice.reqExit.get()) != 0, hit -> hit
                .local(runner -> runner.seen.clear())
                .step("b4 requests an exit of itself", runner -> runner.own().requestExit()),
                none -> none.local(runner -> runner.seen.clear()));
    }

    private static void requestExits(Block<PlaneRunner> code) {
        code.step("b1 req_exit_planes", runner -> {
            runner.place.become(Place.KERNEL);
            long all = (1L << runner.notice.planes.size()) - 1;
            runner.notice.reqExit.become(all & -(2L << runner.plane.get()));
        });
    }

    private static void publish(Block<PlaneRunner> code) {
        code.step("b2 running_plane", runner -> {
            runner.place.become(Place.KERNEL);
            runner.notice.running.become(runner.plane.get());
        });
    }

    private static void fetchBits(Block<PlaneRunner> code) {
        code.step("b3 fetches irr_pending, clears its own bit", runner -> {
            runner.place.become(Place.KERNEL);
            runner.seen.become(runner.notice.pending.get());
            runner.notice.pending.remove(runner.plane.get());
        });
    }

    private void guest(Block<PlaneRunner> loop) {
        loop.test("c1 request?", runner -> runner.own().request.testAndClear(), yes -> {
            yes.step("c2 irr_pending and req_exit_planes", runner -> runner.seen.become(
                    runner.notice.pending.get() & runner.notice.reqExit.get()));
            yes.given(rules.keep(ProtocolRule.EVENT_CHECKED), checked -> checked
                    .when(runner -> !runner.seen.isEmpty(), some -> some
                            .step("IRRs of those planes?", runner -> runner.seen.become(
                                    runner.notice.withInterrupts(runner.seen.get())))));
            yes.when(runner -> !runner.seen.isEmpty(), event -> event
                    .local(runner -> runner.leaveFor(Exit.EVENT)).leave());
        });
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

    private void exit(Block<PlaneRunner> code) {
        boolean inStep = rules.keep(ProtocolRule.BIT_IN_STEP);
        boolean leftFirst = rules.keep(ProtocolRule.LEFT_BEFORE_CLEARED);
        code.given(leftFirst, RunPlanes::leave);
        code.given(inStep, locked -> locked.lock("lock", runner -> runner.notice.lock));
        if (!rules.keep(ProtocolRule.LOOKS_AGAIN)) {
            clear(code);
        } else if (rules.keep(ProtocolRule.CLEARED_BEFORE_LOOK)) {
            clear(code);
            code.test("d3 IRR of its plane?", runner -> !runner.own().irr.isEmpty(),
                    RunPlanes::setAgain);
        } else {
            code.test("d3 IRR of its plane?", runner -> !runner.own().irr.isEmpty(),
                    yes -> { }, RunPlanes::clear);
        }
        code.given(inStep, locked -> locked.unlock("unlock", runner -> runner.notice.lock));
        code.given(!leftFirst, RunPlanes::leave);
    }

    private static void leave(Block<PlaneRunner> code) {
        code.step("d1 running_plane = NULL", runner -> runner.notice.running.clear());
    }

    private static void clear(Block<PlaneRunner> code) {
        code.step("d2 clears its own bit", runner ->
                runner.notice.pending.remove(runner.plane.get()));
    }

    private static void setAgain(Block<PlaneRunner> code) {
        code.step("d3 sets its own bit", runner ->
                runner.notice.pending.add(runner.plane.get()));
    }

    private static void choose(PlaneRunner runner) {
        if (runner.exit.is(Exit.EVENT)
                && runner.notice.withInterrupts(runner.seen.get()) == 0) {
            runner.forNothing.raise();
        }
        runner.choose();
    }
}
