package org.exitrace.psp.firmware;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * What a guest's driver knows of its keys for messages: it lies in the guest's memory, and no part
 * of the firmware. The driver of Linux keeps counters in the secrets page
 * ({@code drivers/virt/coco/sev-guest}).
 */
public final class Secrets extends Region {

    /** The keys that the secrets page brought; 0 for none. */
    public final CountCell keys = cells().count("keys", Entropy.MOST);
    /** VMPCKs that the driver wiped after an error, for good. */
    public final BitsCell wiped = cells().bits("wiped", SnpGuest.VMPCKS);
    /** How it asks its host. */
    public final GuestExit exit = new GuestExit(cells().in("exit"));
    /** History: sequence numbers under which it has encrypted something, by VMPCK. */
    public final BitsCell used =
            cells().ghost().bits("used", SnpGuest.VMPCKS * (SnpGuest.LAST_COUNTER + 2));
    /** History: it has encrypted two things under one key and number. */
    public final FlagCell reused = cells().ghost().flag("reused");
    /** The driver's counter of messages of each VMPCK. */
    public final List<CountCell> counters;

    /** Declares it in {@code scope}. */
    public Secrets(CellScope scope) {
        super(scope);
        List<CountCell> counts = new ArrayList<>();
        for (int vmpck = 0; vmpck < SnpGuest.VMPCKS; vmpck++) {
            counts.add(cells().count("counter" + vmpck, SnpGuest.LAST_COUNTER));
        }
        counters = List.copyOf(counts);
    }

    /** Forgets all: the guest is gone. */
    public void wipe() {
        keys.clear();
        wiped.clear();
        counters.forEach(CountCell::clear);
        exit.clear();
        used.clear();
    }

    /** Notes that something new is encrypted under that key and sequence number. */
    public void encrypt(int vmpck, int sequence) {
        int number = vmpck * (SnpGuest.LAST_COUNTER + 2) + sequence;
        if (used.has(number)) {
            reused.raise();
        }
        used.add(number);
    }
}
