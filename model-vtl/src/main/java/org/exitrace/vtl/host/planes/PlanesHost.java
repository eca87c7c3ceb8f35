package org.exitrace.vtl.host.planes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.design.PlaneSeries;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.host.Startup;
import org.exitrace.vtl.host.SwitchDuties;
import org.exitrace.vtl.host.TimerNotice;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.host.VtlHost;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.planes.RunPlane;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A5, VM planes: the kernel runs the plane that user space names, and user space moves what the
 * planes share. Sources: docs/vtl.md d.2 A5, d.7; the order around an entry of the guest is that
 * of A0 in one step.
 */
public final class PlanesHost implements VtlHost {

    private static final String SOURCE = "docs/vtl.md d.7";

    private final List<PlaneVcpu> vcpus = new ArrayList<>();
    private Timers timers;
    private SwitchDuties duties;
    private RunPlane<PlaneVcpu> kvm;
    private PlaneCalls calls;
    private VtlBounds bounds;
    private Optional<PlanePages> pages = Optional.empty();

    @Override
    public void serve(HostSite site) {
        bounds = site.bounds();
        PlaneSeries series = site.model().design().get(PlaneSeries.SWITCH);
        ProtocolRules rules = series::keeps;
        duties = new SwitchDuties(site.model().design().get(Vmm.SWITCH));
        kvm = new RunPlane<>(rules);
        for (Vp vp : site.guest().vps()) {
            vcpus.add(new PlaneVcpu(site.model().region("vcpu[" + vp.number() + "]"), vp,
                    site.model().design(), bounds.pages() > 0));
        }
        calls = new PlaneCalls(site, rules);
        if (bounds.pages() > 0) {
            pages = Optional.of(new PlanePages(site, calls, vcpus));
        }
        if (bounds.parts().sints() > 0) {
            timers = new PlaneTimers(rules).furnish(site, vcpus);
        }
        for (PlaneVcpu vcpu : vcpus) {
            String name = "vcpu" + vcpu.vp().number();
            vcpu.deliversTo(site.model().region(name + ".deliveries"), vcpus);
            site.model().program(site.model().actor(name), vcpu, vcpu.at, thread(site.guest()));
        }
    }

    private Routine<PlaneVcpu> thread(Guest guest) {
        return Routine.named("KVM_RUN", SOURCE, code -> Startup.await(
                code, guest, PlaneVcpu::vp, PlaneVcpu::begins).forever(loop -> {
            kvm.enter(loop);
            loop.forever(this::guest);
            kvm.exit(loop);
            loop.select(vcpu -> vcpu.vtl().exit.get().ordinal(), answers());
        }));
    }

    private List<Consumer<Block<PlaneVcpu>>> answers() {
        List<Consumer<Block<PlaneVcpu>>> ways = new ArrayList<>(List.of(
                this::event, this::hypercall, this::over, this::over, this::over));
        pages.ifPresent(with -> {
            Consumer<Block<PlaneVcpu>> told = code -> with.inUserSpace(code).when(
                    vcpu -> vcpu.crossing.isDecided(), this::copy);
            ways.addAll(List.of(told, told));
        });
        return ways;
    }

    private void hypercall(Block<PlaneVcpu> code) {
        calls.inUserSpace(code);
        code.when(vcpu -> vcpu.crossing.isDecided(), this::copy);
    }

    private void guest(Block<PlaneVcpu> loop) {
        pages.ifPresent(with -> RemoteFlush.take(loop));
        loop.given(bounds.parts().sints() > 0, request -> request.test(
                "kvm_check_request(KVM_REQ_HV_STIMER)", PlaneVcpu::isTimerExpired,
                yes -> timers.send(yes, TimerNotice.KVM, PlaneVcpu::vtl, vcpu -> { })));
        kvm.look(loop, Block::leave);
        pages.ifPresent(with -> with.waitIfHeld(loop));
        loop.test("VMENTER, unless a request came", PlaneVcpu::enters, this::entered,
                        again -> again.again()).costs(VtlCosts.ENTRY)
                .await("VMEXIT", PlaneVcpu::isBack, PlaneVcpu::exits).costs(VtlCosts.EXIT)
                .mayRest()
                .select(vcpu -> vcpu.vtl().exit.get().ordinal(), exits());
    }

    private void entered(Block<PlaneVcpu> code) {
        pages.flatMap(PlanePages::locks).ifPresent(locks -> code.local(locks::wakes));
    }

    private List<Consumer<Block<PlaneVcpu>>> exits() {
        List<Consumer<Block<PlaneVcpu>>> ways = new ArrayList<>();
        for (Exit exit : Exit.values()) {
            ways.add(switch (exit) {
                case NONE -> none -> { };
                case HYPERCALL -> calls::inKernel;
                case VIOLATION -> code -> pages.ifPresent(with -> with.fault(code));
                case EMULATION -> code -> pages.ifPresent(with -> with.emulate(code));
                default -> Block::leave;
            });
        }
        return ways;
    }

    /** KVM_EXIT_PLANE_EVENT: user space asks the local APIC of each plane that it names. */
    private void event(Block<PlaneVcpu> code) {
        int vtls = bounds.vtls();
        boolean lowest = duties.vmm() == Vmm.LOWEST_FIRST;
        for (int i = 1; i < vtls; i++) {
            int vtl = lowest ? i : vtls - i;
            code.when(vcpu -> !vcpu.crossing.isDecided() && vcpu.seen.has(vtl)
                            && vcpu.plane.get() < vtl,
                    named -> named.test("KVM_GET_LAPIC of plane " + vtl + ": IRR above PPR?",
                            vcpu -> duties.isDue(vcpu.vp().vtl(vtl)),
                            yes -> yes.local(vcpu -> vcpu.crossing.begin(
                                    vcpu.vp().vtl(vtl), EntryReason.INTERRUPT)),
                            no -> no.local(vcpu -> vcpu.masked.add(vtl))));
        }
        code.given(bounds.parts().vina(), this::vina)
                .local(vcpu -> vcpu.seen.clear())
                .when(vcpu -> vcpu.crossing.isDecided(), this::copy);
    }

    /** Planes below the one that ran: would one of them take an interrupt? */
    private void vina(Block<PlaneVcpu> code) {
        for (int i = 0; i < bounds.vtls() - 1; i++) {
            int lower = i;
            code.when(vcpu -> !vcpu.crossing.isDecided() && vcpu.seen.has(lower)
                            && vcpu.plane.get() > lower,
                    named -> named.test("KVM_GET_LAPIC, KVM_GET_REGS of plane " + lower
                                    + ": would it take one?",
                            vcpu -> vcpu.vtl().vina().isDue(vcpu.vp().vtl(lower)),
                            yes -> yes.step("assert VINA", vcpu -> vcpu.vtl().vina().fire(
                                    vcpu.vtl(), vcpu.vp().vtl(lower))).costs(VtlCosts.IOCTL),
                            no -> no.local(vcpu -> vcpu.masked.add(lower)))
                    .costs(VtlCosts.IOCTL));
        }
    }

    private void over(Block<PlaneVcpu> code) {
        code.when(vcpu -> duties.target(vcpu.vtl()).isEmpty(),
                nowhere -> nowhere.local(vcpu -> vcpu.vtl().raiseUndefined()),
                there -> copy(release(there.local(vcpu -> vcpu.crossing.begin(
                        duties.target(vcpu.vtl()).orElseThrow(),
                        SwitchDuties.reason(vcpu.vtl()))))));
    }

    /** At a return TLB locks end, before anybody below goes on (docs/vtl.md d.6, vtl_return 2). */
    private Block<PlaneVcpu> release(Block<PlaneVcpu> code) {
        pages.flatMap(PlanePages::locks).ifPresent(locks -> code.when(
                vcpu -> vcpu.crossing.reason() == EntryReason.RESERVED, locks::returns));
        return code;
    }

    private void copy(Block<PlaneVcpu> code) {
        code.step("copy the shared registers",
                        vcpu -> duties.copyShared(vcpu.crossing))
                .costs(VtlCosts.IOCTL)
                .step("access the control block", vcpu -> {
                    duties.controlBlock(vcpu.crossing);
                    vcpu.arrived();
                }).costs(VtlCosts.USER_ACCESS);
    }
}
