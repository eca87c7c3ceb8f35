package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.AssertVirtualInterrupt;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.InterruptType;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Lapic;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallAssertVirtualInterrupt with the physical id of one local APIC: a VTL passes an interrupt
 * on, as a device would have sent it.
 *
 * @param vp to which virtual processor
 * @param vtl to which VTL of it
 * @param type fixed or an NMI
 * @param vector which vector; 0 of an NMI
 */
public record AssertInterrupt(int vp, int vtl, InterruptType type, int vector)
        implements DecidedCall {

    @Override
    public Optional<Feature> needs() {
        return isNmi() ? Optional.of(Feature.NMIS) : Optional.empty();
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return AssertVirtualInterrupt.CHECKS.decide(caller, new AssertVirtualInterrupt(
                VtlNumber.PARTITION_SELF, vtl, type.number(), vp,
                isNmi() ? 0 : SendIpi.FIRST_VECTOR + vector, false));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        Vtl target = site.guest().vtl(vp, vtl);
        unlessRefused(code, site, allowed -> {
            site.present(allowed, target, there -> site.notice(there, target, "IRR", thread ->
                    target.lapic.request(isNmi() ? Lapic.NMI : vector)), nobody -> { });
            allowed.local(thread -> site.status(thread, HvStatus.SUCCESS));
        });
    }

    private boolean isNmi() {
        return type == InterruptType.NMI;
    }
}
