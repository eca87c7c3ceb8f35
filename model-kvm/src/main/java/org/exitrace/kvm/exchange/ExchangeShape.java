package org.exitrace.kvm.exchange;

import java.util.Map;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.GhcbGuest;

/**
 * How large a machine is, and what its virtual CPUs do.
 *
 * @param bounds how much of everything
 * @param scripts by the number of the virtual CPU; one without a script does nothing
 */
public record ExchangeShape(ExchangeBounds bounds, Map<Integer, Script<GhcbGuest>> scripts) {
}
