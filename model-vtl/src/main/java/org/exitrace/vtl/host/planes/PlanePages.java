package org.exitrace.vtl.host.planes;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.host.SrcuSection;
import org.exitrace.vtl.host.mmu.KvmMmu;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A guest on planes that has pages: user space keeps the masks under a lock of its own, and tells
 * each plane what they leave it; a fault that the plane's attributes forbid comes back to it.
 */
final class PlanePages {

    private final MutexCell lock;
    private final PlaneCalls calls;
    private final PageExits<PlaneVcpu> exits;
    private final RemoteFlush flush;
    private final KvmMmu<PlaneVcpu> mmu;
    private final boolean awaited;
    private final Optional<SrcuSection<PlaneVcpu>> section;
    private final Optional<PlaneLocks> locks;

    PlanePages(HostSite site, PlaneCalls calls, List<PlaneVcpu> vcpus) {
        lock = new MutexCell(site.model().region("vmm"), "masks");
        this.calls = calls;
        exits = new PageExits<>(calls, site.model(), site.bounds());
        flush = new RemoteFlush(vcpus, calls.design().get(FlushDesign.SWITCH));
        mmu = new KvmMmu<>(site, vcpus, new PlaneAttributes(site), flush);
        awaited = calls.design().get(FaultGuard.SWITCH) == FaultGuard.AWAITED;
        boolean locked = site.calls().features().contains(Feature.TLB_LOCKS)
                && calls.design().get(FlushCalls.SWITCH).isWaiting();
        section = awaited || locked
                ? Optional.of(new SrcuSection<>(site.model(),
                        vcpus.stream().map(PlaneVcpu::name).toList(),
                        vcpu -> vcpu.vp().number())) : Optional.empty();
        locks = section.filter(any -> locked)
                .map(within -> new PlaneLocks(site, calls, vcpus, flush, within));
        calls.goBy(this);
    }

    /** What user space does with the masks. */
    void locked(Block<PlaneVcpu> code, Consumer<Block<PlaneVcpu>> inside) {
        code.lock("lock the masks", any -> lock).costs(VtlCosts.USER_ACCESS);
        inside.accept(code);
        code.unlock("unlock the masks", any -> lock).costs(VtlCosts.USER_ACCESS);
    }

    void set(Block<PlaneVcpu> code, PageSpan span) {
        mmu.set(code, calls, span, set -> inSection(within -> within.await(set)));
    }

    void flush(Block<PlaneVcpu> code, int vtl, BiConsumer<PlaneVcpu, Vtl> reaches) {
        flush.write(code, calls, vtl, reaches);
    }

    /** Its TLB locks, where somebody locks. */
    Optional<PlaneLocks> locks() {
        return locks;
    }

    /** KVM_RUN sleeps while its vCPU is suspended. */
    void waitIfHeld(Block<PlaneVcpu> code) {
        code.when(vcpu -> exits.holds(vcpu.vtl()), held -> held
                .await("its intercept waits for a slot, or its flush for a lock",
                        vcpu -> vcpu.isAsked() || !exits.holds(vcpu.vtl())).mayRest().again());
    }

    /** In the kernel; for user space is what the attributes of the plane forbid. */
    void fault(Block<PlaneVcpu> code) {
        mmu.fault(code, Block::leave);
    }

    /** In the kernel; where a change of attributes waits for emulations, in a read section. */
    void emulate(Block<PlaneVcpu> code) {
        inSection(within -> within.enter(code));
        mmu.emulate(code, exits, refused -> {
            inSection(within -> within.leave(refused));
            refused.leave();
        });
        inSection(within -> within.leave(code));
    }

    private void inSection(Consumer<SrcuSection<PlaneVcpu>> text) {
        section.filter(any -> awaited).ifPresent(text);
    }

    /** KVM_EXIT_MEMORY_FAULT: the VTL whose mask forbids the access is told, and is next. */
    Block<PlaneVcpu> inUserSpace(Block<PlaneVcpu> code) {
        locked(code, exits::violation);
        return code;
    }
}
