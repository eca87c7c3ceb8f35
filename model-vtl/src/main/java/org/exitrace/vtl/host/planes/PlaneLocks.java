package org.exitrace.vtl.host.planes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.TlbLocks;
import org.exitrace.vtl.design.FlushInhibition;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.host.SrcuSection;
import org.exitrace.vtl.protocol.inhibit.FlushInhibit;
import org.exitrace.vtl.protocol.inhibit.InhibitSteps;
import org.exitrace.vtl.state.TlbLock;
import org.exitrace.vtl.state.VtlCosts;

/**
 * TLB locks of planes: user space inhibits flushes of the lower plane's vCPU and releases it, and
 * the kernel's flush looks at each target, by the steps of docs/vtl.md d.8. That user space does
 * so at the write of TlbLocked and at the VTL return is our reading; it keeps in mind which VTLs
 * have locked, since the flag is one.
 */
final class PlaneLocks implements TlbLocks<PlaneVcpu> {

    private final PlaneCalls calls;
    private final List<PlaneVcpu> vcpus;
    private final RemoteFlush flush;
    private final SrcuSection<PlaneVcpu> section;
    private final FlushInhibition design;
    private final int vtls;
    private final List<List<FlushInhibit>> inhibits = new ArrayList<>();

    PlaneLocks(HostSite site, PlaneCalls calls, List<PlaneVcpu> vcpus, RemoteFlush flush,
            SrcuSection<PlaneVcpu> section) {
        this.calls = calls;
        this.vcpus = vcpus;
        this.flush = flush;
        this.section = section;
        design = calls.design().get(FlushInhibition.SWITCH);
        vtls = site.bounds().vtls();
        ModelBuilder model = site.model();
        for (int vtl = 0; vtl < vtls; vtl++) {
            List<FlushInhibit> plane = new ArrayList<>();
            for (int vp = 0; vp < vcpus.size(); vp++) {
                FlushInhibit own = new FlushInhibit(
                        model.region("vcpu[" + vp + "].inhibit[" + vtl + "]"), vp, vcpus.size(),
                        section.readers());
                site.guest().vtl(vp, vtl).view().lock().waitsBy(own);
                plane.add(own);
            }
            inhibits.add(plane);
        }
    }

    @Override
    public void flush(Block<PlaneVcpu> code, boolean flushes, Consumer<Block<PlaneVcpu>> done) {
        section.enter(code);
        look(code, 0, flushes, done);
    }

    private void look(Block<PlaneVcpu> code, int next, boolean flushes,
            Consumer<Block<PlaneVcpu>> done) {
        if (next == vcpus.size()) {
            code.given(flushes, asked -> flush.await(asked, calls, vtls));
            section.leave(code);
            done.accept(code);
            return;
        }
        PlaneVcpu target = vcpus.get(next);
        code.test("reads inhibit of " + target.name(), vcpu -> of(vcpu, next).isInhibited(),
                inhibited -> suspend(inhibited, next), free -> {
                    free.given(flushes, asked -> flush.ask(asked, target, (vcpu, reached) ->
                            vcpu.vtl().view().lock().flushReaches(reached)));
                    look(free, next + 1, flushes, done);
                }).costs(VtlCosts.ACCESS);
    }

    private void suspend(Block<PlaneVcpu> code, int target) {
        new InhibitSteps<PlaneVcpu>(design::keeps, this::own)
                .suspend(code, vcpu -> target, vcpu -> of(vcpu, target));
        code.step("srcu_read_unlock, -EBUSY", vcpu -> {
            section.leaves(vcpu);
            own(vcpu).sleeps();
        }).costs(VtlCosts.ACCESS);
    }

    /** That of the same plane of another virtual processor. */
    private FlushInhibit of(PlaneVcpu vcpu, int vp) {
        return inhibits.get(vcpu.vtl().number()).get(vp);
    }

    private FlushInhibit own(PlaneVcpu vcpu) {
        return of(vcpu, vcpu.vp().number());
    }

    /** The vCPU runs again, if it was suspended. */
    void wakes(PlaneVcpu vcpu) {
        own(vcpu).wakes();
    }

    @Override
    public void write(Block<PlaneVcpu> code, int vtl, boolean locked) {
        if (locked) {
            code.when(vcpu -> lock(vcpu, vtl).lockedBy.isEmpty(), steps(vtl)::inhibit)
                    .local(vcpu -> lock(vcpu, vtl).lockedBy.add(vcpu.vtl().number()));
        } else {
            unlock(code, vtl);
        }
    }

    /** The VTL returns, and whatever it has locked is released. */
    void returns(Block<PlaneVcpu> code) {
        for (int vtl = 0; vtl < vtls - 1 && calls.guest().memory.releasesAtReturn(); vtl++) {
            unlock(code, vtl);
        }
    }

    private void unlock(Block<PlaneVcpu> code, int vtl) {
        code.when(vcpu -> lock(vcpu, vtl).lockedBy.has(vcpu.vtl().number()), own -> own
                .local(vcpu -> calls.guest().memory.givesUp(lock(vcpu, vtl), vcpu.vtl()))
                .when(vcpu -> lock(vcpu, vtl).lockedBy.isEmpty(),
                        last -> steps(vtl).release(last, inhibits.get(vtl))));
    }

    private InhibitSteps<PlaneVcpu> steps(int vtl) {
        return new InhibitSteps<>(design::keeps,
                vcpu -> inhibits.get(vtl).get(vcpu.vp().number()));
    }

    private static TlbLock lock(PlaneVcpu vcpu, int vtl) {
        return vcpu.vp().vtl(vtl).view().lock();
    }
}
