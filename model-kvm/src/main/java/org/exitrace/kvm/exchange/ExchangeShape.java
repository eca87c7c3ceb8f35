package org.exitrace.kvm.exchange;

import java.util.Map;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.GhcbGuest;

/**
 * How large a machine is, and what its virtual CPUs do.
 *
 * @param bounds how much of everything
 * @param misbehaviours how many a hostile host can afford, from 0
 * @param scripts by the number of the virtual CPU; one without a script does nothing
 */
public record ExchangeShape(
        ExchangeBounds bounds, int misbehaviours, Map<Integer, Script<GhcbGuest>> scripts) {
}
