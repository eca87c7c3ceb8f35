package org.exitrace.vtl.host;

import java.util.List;
import java.util.function.BiConsumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * {@code kvm_make_all_cpus_request(KVM_REQ_TLB_FLUSH | KVM_REQUEST_WAIT)}: who waits for a request
 * sends its interrupt whenever the vCPU is not outside of the guest, even if it is on its way.
 *
 * @param targets all vCPUs of the VM
 * @param design how far it goes
 */
public record RemoteFlush(List<? extends FlushTarget> targets, FlushDesign design) {

    /** Takes the translations of all vCPUs away, for the sake of VTLs below {@code vtl}. */
    public <S> void write(Block<S> code, CallSite<S> site, int vtl) {
        write(code, site, vtl, (thread, reached) -> { });
    }

    /** The same; {@code reaches} is told of the VTLs of each vCPU that is asked. */
    public <S> void write(
            Block<S> code, CallSite<S> site, int vtl, BiConsumer<S, Vtl> reaches) {
        for (FlushTarget target : targets) {
            ask(code, target, reaches);
        }
        await(code, site, vtl);
    }

    /** All were asked: waits, if it does. */
    public <S> void await(Block<S> code, CallSite<S> site, int vtl) {
        if (design == FlushDesign.KICK_AND_WAIT) {
            for (FlushTarget target : targets) {
                code.await(target.name() + " has left the guest",
                        any -> target.flush().arriving.isClear());
            }
        }
        FlushedVcpu.judge(code, site, targets, vtl);
    }

    /** Asks one of them, and kicks it; {@code reaches} is told of the VTLs that it has. */
    public <S> void ask(Block<S> code, FlushTarget target, BiConsumer<S, Vtl> reaches) {
        code.step("make KVM_REQ_TLB_FLUSH of " + target.name(), thread -> {
            target.flush().asked.raise();
            target.vtls().forEach(vtl -> reaches.accept(thread, vtl));
        }).costs(VtlCosts.ACCESS);
        if (design != FlushDesign.REQUEST) {
            code.test("is " + target.name() + " in the guest?", any -> target.needsInterrupt(
                            design == FlushDesign.KICK_AND_WAIT),
                    yes -> yes.step("send the interrupt to " + target.name(),
                            any -> interrupt(target)).costs(VtlCosts.ACCESS))
                    .costs(VtlCosts.ACCESS);
        }
    }

    private static void interrupt(FlushTarget target) {
        if (target.isInside()) {
            target.flush().arriving.raise();
        }
    }

    /** The vCPU takes the request: nothing that it enters next has an old translation. */
    public static <T extends FlushTarget> void take(Block<T> code) {
        code.test("kvm_check_request(KVM_REQ_TLB_FLUSH)", FlushedVcpu::drops, yes -> { });
    }
}
