package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of the spurious-interrupt vector register: the local APIC of the VTL that writes is
 * enabled or disabled by software. A disabled one accepts no interrupt but NMIs, and keeps what it
 * has accepted (SDM, volume 3, 10.4.7.2).
 *
 * @param isEnabled bit 8 of the register
 */
public record WriteSvr(boolean isEnabled) implements ApicWrite {

    @Override
    public boolean isOfPartition() {
        return true;
    }

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.APIC_SWITCHES);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean all = site.design().get(HypervisorBug.SWITCH)
                == HypervisorBug.DISABLES_ALL_APICS;
        code.step("SVR", thread -> {
            Vtl caller = site.caller(thread);
            for (Vtl vtl : caller.vp().vtls()) {
                boolean changes = (all || vtl == caller) && vtl.lapic.becomes(isEnabled);
                if (changes && vtl != caller) {
                    site.guest().note(Breach.APIC_OF_OTHERS);
                }
            }
            site.status(thread, HvStatus.SUCCESS);
        }).costs(VtlCosts.ACCESS);
    }
}
