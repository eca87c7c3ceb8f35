package org.exitrace.vtl.protocol.offers;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** The server of the bus: which device has which number. */
final class OfferServer extends Region {

    /** A channel was revoked for another device than its own. */
    final FlagCell robbed = cells().flag("robbed");
    private final List<IndexCell> owners = new ArrayList<>();

    OfferServer(CellScope scope, int devices) {
        super(scope);
        for (int i = 0; i < devices; i++) {
            owners.add(cells().index("offer[" + i + "]", devices));
        }
        owners.get(0).initially(0);
    }

    /** The lowest number that is free goes to {@code device}. */
    int offer(int device) {
        for (int i = 0; i < owners.size(); i++) {
            if (owners.get(i).isNone()) {
                owners.get(i).become(device);
                return i;
            }
        }
        throw new AssertionError("there is a number for each device");
    }

    /** The channel of that number goes; where {@code looks}, only if it still is the device's. */
    void revoke(int number, int device, boolean looks) {
        IndexCell owner = owners.get(number);
        if (owner.isNone() || looks && !owner.is(device)) {
            return;
        }
        if (!owner.is(device)) {
            robbed.raise();
        }
        owner.clear();
    }

    /** Whether that device has a channel. */
    boolean has(int device) {
        return owners.stream().anyMatch(owner -> owner.is(device));
    }
}
