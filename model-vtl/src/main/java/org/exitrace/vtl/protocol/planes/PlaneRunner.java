package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;

/** The thread that runs the virtual processor: KVM_RUN and the VMM's loop around it. */
public final class PlaneRunner extends PlaneThread {

    /** Where it is. */
    enum Place {
        /** In user space, between two KVM_RUN. */
        USER,
        /** In KVM_RUN, on its way in or out. */
        KERNEL,
        /** The guest runs. */
        GUEST
    }

    /** Why KVM_RUN gives the processor back. */
    enum Exit {
        /** It does not. */
        NONE,
        /** The guest of the plane is through. */
        RETURN,
        /** It calls the plane above. */
        CALL,
        /** KVM_EXIT_PLANE_EVENT. */
        EVENT
    }

    final EnumCell<Place> place = cells().choice("at", Place.class);
    final EnumCell<Exit> exit = cells().choice("exit", Exit.class);
    /** The planes that it has left and not gone back to. */
    final BitsCell below;
    /** The guest of plane 0 has called the plane above once. */
    final FlagCell called = cells().flag("called");
    /** User space was given a PLANE_EVENT and no plane of it has an interrupt. */
    final FlagCell forNothing = ghost().flag("event for nothing");

    PlaneRunner(CellScope scope, PlaneNotice notice) {
        super(scope, notice);
        below = cells().bits("below", notice.planes.size());
    }

    @Override
    public long wanted() {
        return above();
    }

    @Override
    protected void entersKernel() {
        place.become(Place.KERNEL);
    }

    boolean isLowest() {
        return plane.is(0);
    }

    boolean mayCall() {
        return isLowest() && called.isClear();
    }

    /** Leaves the guest for {@code reason}. */
    void leaveFor(Exit reason) {
        place.become(Place.KERNEL);
        exit.become(reason);
    }

    /** The VMM's answer to the exit; of several planes the highest one comes first. */
    void choose() {
        if (exit.is(Exit.RETURN)) {
            plane.become(highest(below));
            below.remove(plane.get());
        } else {
            below.add(plane.get());
            plane.become(exit.is(Exit.CALL) ? plane.get() + 1 : highest(seen));
        }
        seen.clear();
        exit.clear();
    }

    private static int highest(BitsCell bits) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(bits.get());
    }
}
