package org.exitrace.ghcb.programs;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.script.Operation;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeOperations;
import org.exitrace.ghcb.exchange.ExchangeRooms;
import org.exitrace.ghcb.psc.MemoryOperations;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** Single accesses, and what whole pieces of software do with them. */
public final class GuestPrograms {

    private GuestPrograms() {
    }

    /** The operations of a virtual CPU in a machine of those bounds and that design. */
    public static List<Operation<GhcbGuest>> all(ExchangeBounds bounds, Design design) {
        return all(bounds, ExchangeRooms.NONE, design);
    }

    /** The same in a machine with those rooms. */
    public static List<Operation<GhcbGuest>> all(
            ExchangeBounds bounds, ExchangeRooms rooms, Design design) {
        List<Operation<GhcbGuest>> all = new ArrayList<>(ExchangeOperations.all(bounds, rooms));
        all.addAll(MemoryOperations.all(bounds, design));
        all.addAll(HoldOperations.all(design));
        all.addAll(SecondStartOperations.all(bounds, design));
        all.addAll(JumpTableOperations.all(design));
        all.addAll(AnswerOperations.all(bounds, design));
        all.addAll(MessageOperations.all(rooms.vc(), design));
        return List.copyOf(all);
    }
}
