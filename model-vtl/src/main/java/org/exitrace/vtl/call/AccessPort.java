package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Guarded;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * IN or OUT, which exits: the lowest VTL above that asks for it is told, and the instruction does
 * not retire. What is read or written is not told.
 *
 * @param isWrite whether it is OUT
 */
public record AccessPort(boolean isWrite) implements HvCall {

    @Override
    public boolean isHypercall() {
        return false;
    }

    @Override
    public boolean isOfPartition() {
        return true;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.PORTS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.test("does a higher VTL intercept the port?", thread -> isIntercepted(site, thread),
                yes -> site.intercept(yes, thread -> above(site.caller(thread))),
                no -> no.local(thread -> site.status(thread, HvStatus.SUCCESS)))
                .costs(VtlCosts.ACCESS);
    }

    private <S> boolean isIntercepted(CallSite<S> site, S thread) {
        Vtl caller = site.caller(thread);
        caller.interception().forgets();
        Optional<Vtl> told = site.guest().partition().ports().above(caller, isWrite);
        told.ifPresent(vtl -> {
            caller.interception().isIntercepted(vtl, Guarded.PORT, 0);
            caller.call.clear();
        });
        return told.isPresent();
    }

    private static Vtl above(Vtl caller) {
        return caller.vp().vtl(caller.interception().by.get());
    }
}
