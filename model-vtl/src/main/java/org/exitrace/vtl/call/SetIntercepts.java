package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.RegisterAccess;
import org.exitrace.vtl.hypercall.RegisterWrite;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Guarded;
import org.exitrace.vtl.state.Interception;

/**
 * HvCallSetVpRegisters of CrInterceptControl and CrInterceptCr4Mask of the caller's own VTL.
 *
 * @param cr4 whether writes of CR4 are intercepted
 * @param efer whether writes of EFER are
 * @param mask which bits of CR4 count
 */
public record SetIntercepts(boolean cr4, boolean efer, int mask) implements DecidedCall {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.INTERCEPTS);
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        long bits = (cr4 ? Guarded.CR4.bit() : 0) | (efer ? Guarded.EFER.bit() : 0);
        return RegisterWrite.decide(caller, new RegisterAccess(
                caller.vtl(), HvRegister.CR_INTERCEPT_CONTROL.id(), bits));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site, allowed -> allowed
                .step("write CrInterceptControl and its mask", thread -> {
                    Interception own = site.caller(thread).interception();
                    own.controls.become((cr4 ? 1L << Guarded.CR4.ordinal() : 0)
                            | (efer ? 1L << Guarded.EFER.ordinal() : 0));
                    own.mask.become(mask);
                    site.status(thread, HvStatus.SUCCESS);
                }));
    }
}
