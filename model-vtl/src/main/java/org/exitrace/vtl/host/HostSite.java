package org.exitrace.vtl.host;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.call.CallTable;
import org.exitrace.vtl.state.Guest;

/**
 * Where a host is put together.
 *
 * @param model the model to which it belongs
 * @param guest whom it serves
 * @param calls what that guest asks for
 */
public record HostSite(ModelBuilder model, Guest guest, CallTable calls) {
}
