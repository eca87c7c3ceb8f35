package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
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

    /** Somebody who delivers to a plane of {@code notice}, and writes the IRR himself. */
    public Delivery(CellScope scope, PlaneNotice notice) {
        this(scope, notice, 0);
    }

    /** One delivery, to any plane. */
    static Routine<Delivery> routine(ProtocolRules rules, int planes) {
        return Routine.named("deliver", "docs/vtl.md d.7", code -> {
            code.choose("to plane", planes, plane -> some -> true,
                    plane -> delivery -> delivery.begin(plane));
            new Deliver<Delivery>(rules, some -> some, Delivery::writeIrr).steps(code);
        });
    }

    /** It goes to {@code plane}. */
    public void begin(int plane) {
        target.become(plane);
    }

    MutexCell lock() {
        return notice.lock;
    }

    void readRunning() {
        if (!notice.running.isNone()) {
            seen.become(notice.running.get());
        }
    }

    boolean sawNobody() {
        return seen.isNone();
    }

    /** The plane to which it goes. */
    Plane plane() {
        return notice.planes.get(target.get());
    }

    /** The plane that he saw running. */
    Plane running() {
        return notice.planes.get(seen.get());
    }

    void setBit() {
        told.become(notice.pending.has(target.get()));
        notice.pending.add(target.get());
    }

    boolean wasTold() {
        return told.testAndClear();
    }

    boolean isWanted() {
        return notice.reqExit.has(target.get());
    }

    void end() {
        target.clear();
        seen.clear();
    }

    private void writeIrr() {
        notice.planes.get(target.get()).irr.add(vector);
    }
}
