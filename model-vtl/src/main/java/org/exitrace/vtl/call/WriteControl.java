package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Guarded;
import org.exitrace.vtl.state.Interception;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of a control register, which exits: the lowest VTL above that asks for it is told, and
 * the instruction does not retire. By our reading a bit counts as written if it changes.
 *
 * @param register which
 * @param value what it shall hold
 */
public record WriteControl(Guarded register, int value) implements HvCall {

    @Override
    public boolean isHypercall() {
        return false;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.INTERCEPTS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean heeds = site.design().get(HypervisorBug.SWITCH)
                != HypervisorBug.IGNORES_INTERCEPT_MASK;
        code.test("does a higher VTL intercept the write?",
                thread -> isIntercepted(site.caller(thread), heeds),
                yes -> site.intercept(yes, thread -> above(site.caller(thread))),
                no -> no.local(thread -> {
                    site.caller(thread).interception().register(register).become(value);
                    site.status(thread, HvStatus.SUCCESS);
                })).costs(VtlCosts.ACCESS);
    }

    private static Vtl above(Vtl caller) {
        return caller.vp().vtl(caller.interception().by.get());
    }

    private boolean isIntercepted(Vtl caller, boolean heeds) {
        Interception own = caller.interception();
        own.forgets();
        Optional<Vtl> asks = asks(caller, true);
        Optional<Vtl> told = asks(caller, heeds);
        if (!asks.equals(told)) {
            own.misjudged.raise();
        }
        told.ifPresent(vtl -> {
            own.isIntercepted(vtl, register, value);
            caller.call.clear();
        });
        return told.isPresent();
    }

    private Optional<Vtl> asks(Vtl caller, boolean heedsMask) {
        int before = caller.interception().register(register).get();
        return caller.vp().vtls().stream().skip(caller.number() + 1L)
                .filter(above -> above.interception()
                        .asksFor(register, before, value, heedsMask)).findFirst();
    }
}
