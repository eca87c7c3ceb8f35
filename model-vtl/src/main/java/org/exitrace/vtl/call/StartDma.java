package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of a register of the device, which exits: the device accesses a page by itself. While it
 * is at work it takes no other.
 *
 * @param page which page
 * @param isWrite whether it writes the page
 * @param value what it writes
 */
record StartDma(int page, boolean isWrite, int value) implements HvCall {

    @Override
    public boolean isHypercall() {
        return false;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.DEVICE);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step("ask the device", thread -> site.status(thread,
                site.guest().memory.device().orElseThrow().asks(page, isWrite, value)
                        ? HvStatus.SUCCESS : HvStatus.OBJECT_IN_USE)).costs(VtlCosts.ACCESS);
    }
}
