package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.RegisterAccess;
import org.exitrace.vtl.hypercall.RegisterWrite;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VsmVpSecureConfig;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSetVpRegisters of VsmVpSecureConfigVtlN: TlbLocked of a lower VTL of the caller's own
 * virtual processor.
 *
 * @param vtl whose translations
 * @param locked whether flushes of them wait from now on
 */
public record LockTlb(int vtl, boolean locked) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        boolean mbec = VtlNumber.isIn(caller.vtl(), caller.mbecEnabledVtls());
        return RegisterWrite.decide(caller, new RegisterAccess(caller.vtl(),
                HvRegister.VSM_VP_SECURE_CONFIG_VTL0.id() + vtl,
                VsmVpSecureConfig.TLB_LOCKED.of(locked ? 1 : 0)
                        | VsmVpSecureConfig.MBEC_ENABLED.of(mbec ? 1 : 0)));
    }

    /** Nobody is above the highest VTL. */
    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean hasOwner = vtl < site.guest().vps().get(0).vtls().size() - 1;
        unlessRefused(code, site, allowed -> allowed.given(hasOwner, write -> {
            site.locks().write(write, vtl, locked);
            write.local(thread -> site.status(thread, HvStatus.SUCCESS));
        }));
    }

    @Override
    public void isOver(Vtl caller) {
        if (locked && caller.result.is(HvStatus.SUCCESS.name())) {
            caller.vp().vtl(vtl).view().lock().isCountedOnBy(caller);
        }
    }

    /** Host designs tell its steps only where somebody locks. */
    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.TLB_LOCKS);
    }
}
