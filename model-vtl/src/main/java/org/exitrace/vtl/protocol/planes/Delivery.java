package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** Somebody who delivers one interrupt to a plane that is not told to him before: a1 to a5. */
public final class Delivery extends Region {

    private final PlaneNotice notice;
    private final int vector;
    /** The plane, while a delivery is under way. */
    final IndexCell target;
    /** Whose vCPU he saw running. */
    private final IndexCell seen;
    /** Whether the bit was set already. */
    private final FlagCell told = cells().flag("told");

    Delivery(CellScope scope, PlaneNotice notice, int vector) {
        super(scope);
        this.notice = notice;
        this.vector = vector;
        target = cells().index("target", notice.planes.size());
        seen = cells().index("seen", notice.planes.size());
    }

    /** One delivery, to any plane. */
    static Routine<Delivery> routine(ProtocolRules rules, int planes) {
        return Routine.named("deliver", "docs/vtl.md d.7", code -> {
            code.choose("to plane", planes, plane -> some -> true,
                    plane -> delivery -> delivery.target.become(plane));
            boolean inStep = rules.keep(ProtocolRule.BIT_IN_STEP);
            code.given(inStep, locked -> locked.lock("lock", some -> some.notice.lock));
            if (rules.keep(ProtocolRule.BIT_BEFORE_RUNNING)) {
                irrAndBit(code, rules.keep(ProtocolRule.IRR_BEFORE_BIT));
                code.given(inStep, locked -> locked.unlock("unlock", some -> some.notice.lock));
                code.when(some -> some.told.testAndClear(), told -> told.done(Delivery::end));
                readRunning(code);
            } else {
                readRunning(code);
                irrAndBit(code, rules.keep(ProtocolRule.IRR_BEFORE_BIT));
                code.given(inStep, locked -> locked.unlock("unlock", some -> some.notice.lock));
                code.when(some -> some.told.testAndClear(), told -> told.done(Delivery::end));
            }
            code.when(some -> some.seen.isNone(), nobody -> nobody.done(Delivery::end));
            code.test("a4 req_exit_planes?", Delivery::isWanted, wanted -> wanted
                    .step("a5 KVM_REQ_PLANE_INTERRUPT", some ->
                            some.notice.planes.get(some.seen.get()).requestExit()));
            code.local(Delivery::end);
        });
    }

    private static void irrAndBit(Block<Delivery> code, boolean irrFirst) {
        if (irrFirst) {
            code.step("a1 IRR", Delivery::writeIrr);
            code.step("a2 test and set the bit", Delivery::setBit);
        } else {
            code.step("a2 test and set the bit", Delivery::setBit);
            code.step("a1 IRR", Delivery::writeIrr);
        }
    }

    private static void readRunning(Block<Delivery> code) {
        code.step("a3 running_plane", some -> {
            if (!some.notice.running.isNone()) {
                some.seen.become(some.notice.running.get());
            }
        });
    }

    private void writeIrr() {
        notice.planes.get(target.get()).irr.add(vector);
    }

    private void setBit() {
        told.become(notice.pending.has(target.get()));
        notice.pending.add(target.get());
    }

    private boolean isWanted() {
        return notice.reqExit.has(target.get());
    }

    private void end() {
        target.clear();
        seen.clear();
    }
}
