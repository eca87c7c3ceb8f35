package org.exitrace.vtl.host;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.call.CallTable;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.VtlBounds;

/**
 * Where a host is put together.
 *
 * @param model the model to which it belongs
 * @param bounds how large the machine is
 * @param guest whom it serves
 * @param calls what that guest asks for
 */
public record HostSite(ModelBuilder model, VtlBounds bounds, Guest guest, CallTable calls) {
}
