package org.exitrace.vtl.host.aware;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.host.aware.AwareVcpu.Mode;
import org.exitrace.vtl.state.MemoryView;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * {@code kvm_make_all_cpus_request(KVM_REQ_TLB_FLUSH | KVM_REQUEST_WAIT)}: who waits for a request
 * sends its interrupt whenever the vCPU is not outside of the guest, even if it is on its way.
 */
final class AwareFlush {

    private final List<AwareVcpu> vcpus;
    private final FlushDesign design;

    AwareFlush(List<AwareVcpu> vcpus, FlushDesign design) {
        this.vcpus = vcpus;
        this.design = design;
    }

    /** Takes the translations of all vCPUs away, for the sake of VTLs below {@code vtl}. */
    void write(Block<AwareVcpu> code, int vtl) {
        for (AwareVcpu target : vcpus) {
            ask(code, target);
        }
        if (design == FlushDesign.KICK_AND_WAIT) {
            for (AwareVcpu target : vcpus) {
                code.await(target.name() + " has left the guest",
                        vcpu -> target.flush().arriving.isClear());
            }
        }
        code.local(vcpu -> {
            if (isUsed(vtl)) {
                vcpu.active().view().earlyFlush.raise();
            }
        });
    }

    private void ask(Block<AwareVcpu> code, AwareVcpu target) {
        code.step("make KVM_REQ_TLB_FLUSH of " + target.name(),
                vcpu -> target.flush().asked.raise()).costs(VtlCosts.ACCESS);
        if (design != FlushDesign.REQUEST) {
            code.test("is " + target.name() + " in the guest?", vcpu -> needsInterrupt(target),
                    yes -> yes.step("send the interrupt to " + target.name(),
                            vcpu -> interrupt(target)).costs(VtlCosts.ACCESS))
                    .costs(VtlCosts.ACCESS);
        }
    }

    private boolean needsInterrupt(AwareVcpu target) {
        boolean inside = AwareCalls.exits(target);
        return inside || design == FlushDesign.KICK_AND_WAIT
                && !target.mode.is(Mode.OUTSIDE_GUEST_MODE);
    }

    private static void interrupt(AwareVcpu target) {
        if (!target.mode.is(Mode.OUTSIDE_GUEST_MODE)) {
            target.flush().arriving.raise();
        }
    }

    /** The vCPU takes the request: nothing that it enters next has an old translation. */
    static void take(Block<AwareVcpu> code) {
        code.test("kvm_check_request(KVM_REQ_TLB_FLUSH)",
                vcpu -> vcpu.flush().asked.testAndClear(), yes -> yes.local(vcpu -> {
                    for (Vtl vtl : vcpu.vp().vtls()) {
                        vtl.view().flush();
                    }
                }));
    }

    private boolean isUsed(int below) {
        for (AwareVcpu vcpu : vcpus) {
            Vtl vtl = vcpu.active();
            MemoryView view = vtl.view();
            if (vtl.number() < below && vtl.runs() && view.isStale()) {
                return true;
            }
        }
        return false;
    }
}
