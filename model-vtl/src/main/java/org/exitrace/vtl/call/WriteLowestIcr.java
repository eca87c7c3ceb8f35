package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A write of the ICR with a logical destination and lowest priority: one of those that are named
 * gets it. Which one the architecture leaves to the model of processor (SDM, volume 3, 10.6.1); KVM
 * goes by the vector (from memory), OpenVMM takes the first and sends none of an x2APIC (read).
 * Both look at all logical ids at once: in a map that is made anew elsewhere, under a lock.
 *
 * @param destination which local APICs
 * @param vector which vector
 */
public record WriteLowestIcr(long destination, int vector) implements ApicWrite {

    private static final int NOBODY = 0;

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.LOGICAL_IDS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        List<Consumer<Block<S>>> ways = new ArrayList<>();
        ways.add(nobody -> { });
        for (Vp vp : site.guest().vps()) {
            for (Vtl target : vp.vtls()) {
                ways.add(way -> site.interprocessor(way, target, vector, false));
            }
        }
        code.step("look for one that is named", thread -> site.caller(thread).asks(
                        asked(site, thread)))
                .costs(VtlCosts.ACCESS)
                .select(thread -> way(site, thread), ways)
                .local(thread -> {
                    site.caller(thread).hasAsked();
                    site.status(thread, HvStatus.SUCCESS);
                });
    }

    /** The way to the one that the host takes. */
    private <S> int way(CallSite<S> site, S thread) {
        int vtls = site.guest().vps().get(0).vtls().size();
        return chosen(site, thread).map(vtl -> 1 + vtl.vp().number() * vtls + vtl.number())
                .orElse(NOBODY);
    }

    /** The virtual processor that must get it: any that is named, if the host takes none. */
    private <S> long asked(CallSite<S> site, S thread) {
        List<Vtl> named = targets(site, thread).stream().filter(this::isNamed).toList();
        if (named.isEmpty() || sendsNone(site, thread)) {
            return 0;
        }
        Vtl one = chosen(site, thread).filter(named::contains).orElse(named.get(0));
        return 1L << one.vp().number();
    }

    private <S> Optional<Vtl> chosen(CallSite<S> site, S thread) {
        List<Vtl> found = targets(site, thread).stream().filter(target -> site
                .candidate(thread, target).filter(this::isNamed).isPresent()).toList();
        if (found.isEmpty() || sendsNone(site, thread)) {
            return Optional.empty();
        }
        return Optional.of(found.get(isOpenVmm(site) ? 0 : vector % found.size()));
    }

    /** On each virtual processor the VTL that writes, in the order of ids. */
    private static <S> List<Vtl> targets(CallSite<S> site, S thread) {
        int vtl = site.caller(thread).number();
        return site.guest().vps().stream().map(vp -> vp.vtl(vtl)).toList();
    }

    private boolean isNamed(Vtl vtl) {
        return vtl.lapic.logical().isNamedBy(destination);
    }

    private static <S> boolean sendsNone(CallSite<S> site, S thread) {
        return isOpenVmm(site) && site.caller(thread).lapic.logical().isX2apic();
    }

    private static boolean isOpenVmm(CallSite<?> site) {
        return site.design().get(HostDesign.SWITCH) == HostDesign.PARAVISOR;
    }
}
