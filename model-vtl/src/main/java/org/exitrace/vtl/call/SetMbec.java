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
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSetVpRegisters of VsmVpSecureConfigVtlN: MbecEnabled of a lower VTL of the caller's own
 * virtual processor. Its translations go.
 *
 * @param vtl of which VTL
 * @param enabled whether both executions are told apart from now on
 */
public record SetMbec(int vtl, boolean enabled) implements DecidedCall {

    @Override
    public boolean isOfPartition() {
        return true;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.MBEC);
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return RegisterWrite.decide(caller, new RegisterAccess(caller.vtl(),
                HvRegister.VSM_VP_SECURE_CONFIG_VTL0.id() + vtl,
                VsmVpSecureConfig.MBEC_ENABLED.of(enabled ? 1 : 0)));
    }

    /** Nobody is above the highest VTL. */
    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        int highest = site.guest().vps().get(0).vtls().size() - 1;
        unlessRefused(code, site, allowed -> {
            if (vtl < highest && site.guest().memory.isMappedForAll()) {
                site.protects(allowed, new PageSpan(vtl, vtl + 1, 0,
                        site.guest().memory.pages().size()), write -> write(write, site));
            } else if (vtl < highest) {
                write(allowed, site);
            }
        });
    }

    private <S> void write(Block<S> code, CallSite<S> site) {
        code.step("write MbecEnabled of vtl" + vtl, thread -> {
            Vtl caller = site.caller(thread);
            boolean isOn = enabled && (site.guest().mbecVtls() >> caller.number() & 1) != 0;
            caller.vp().vtl(vtl).view().takesMbec(caller.number(), isOn);
            site.status(thread, HvStatus.SUCCESS);
        });
    }
}
