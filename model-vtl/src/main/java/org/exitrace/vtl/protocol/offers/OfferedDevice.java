package org.exitrace.vtl.protocol.offers;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A device that offers a channel: its messages reach the server by a stream of its own. */
final class OfferedDevice extends Region {

    private static final String SOURCE = "docs/vtl.md f.12";

    /** It has offered its channel, and wants to keep it. */
    final FlagCell offered = cells().flag("offered");
    private final OfferServer server;
    private final int number;

    OfferedDevice(CellScope scope, OfferServer server, int number) {
        super(scope);
        this.server = server;
        this.number = number;
    }

    /** The first: revokes its channel, and drops its stream. The server handles one at a time. */
    static Routine<OfferedDevice> leaves(ProtocolRules rules) {
        boolean looks = rules.keep(ProtocolRule.OFFERS_NUMBERED);
        return Routine.named("device", SOURCE, code -> code
                .step("revokes its channel", it -> it.server.revoke(0, it.number, looks))
                .step("its stream ends: the channel is revoked", it ->
                        it.server.revoke(0, it.number, looks)));
    }

    /** Any other: offers one, and keeps it. */
    static Routine<OfferedDevice> offers() {
        return Routine.named("device", SOURCE, code -> code
                .step("offers its channel", it -> {
                    it.server.offer(it.number);
                    it.offered.raise();
                }));
    }

    /** It has offered a channel that is not there any more. */
    boolean isWithout() {
        return offered.isSet() && !server.has(number);
    }
}
