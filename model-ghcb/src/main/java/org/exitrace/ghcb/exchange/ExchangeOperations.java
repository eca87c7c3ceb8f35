package org.exitrace.ghcb.exchange;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.ghcb.cpu.LapicOperations;
import org.exitrace.ghcb.vc.VcOperations;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** All that a scripted virtual CPU can be told to do. */
public final class ExchangeOperations {

    private ExchangeOperations() {
    }

    /** The operations of a virtual CPU in a machine of those bounds. */
    public static List<Operation<GhcbGuest>> all(ExchangeBounds bounds) {
        return all(bounds, ExchangeRooms.NONE);
    }

    /** The same in a machine with those rooms. */
    public static List<Operation<GhcbGuest>> all(ExchangeBounds bounds, ExchangeRooms rooms) {
        List<Operation<GhcbGuest>> all = new ArrayList<>(PageOperations.all(bounds));
        all.addAll(WordOperations.<GhcbGuest>of(
                "guest", "guest.instruction", guest -> guest.words, guest -> guest.result));
        all.addAll(VcOperations.all(bounds.vcpus(), rooms.vc()));
        LapicOperations<GhcbGuest> lapic =
                new LapicOperations<>(guest -> guest.cpu, guest -> guest.result);
        all.add(lapic.icrWrite(Parameter.number("to", 0, bounds.vcpus() - 1L, "the target")
                .boundedBy("vcpus: " + bounds.vcpus()), true));
        all.add(lapic.halt());
        all.addAll(VmsaOperations.all(bounds, rooms.vmsas()));
        return List.copyOf(all);
    }
}
