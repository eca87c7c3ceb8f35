package org.exitrace.vtl.host.companion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.Startup;
import org.exitrace.vtl.host.SwitchDuties;
import org.exitrace.vtl.host.TimerNotice;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.host.VtlHost;
import org.exitrace.vtl.protocol.companion.SwitchWork;
import org.exitrace.vtl.protocol.companion.Switches;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A1, A2 and A4: a vCPU and a thread for each VTL, between which QEMU's protocol switches, or ours
 * where there are more than two. The order around an entry of the guest is that of A0 in one step.
 * Sources: docs/vtl.md d.2, d.6.
 */
public final class CompanionHost implements VtlHost {

    /** Where a thread stands that has nothing to do. */
    static final String IDLE = "vcpu thread: works, or runs unless it is stopped";

    private static final String SOURCE = "docs/vtl.md d.6";

    private final List<Siblings> vps = new ArrayList<>();
    private SwitchDuties duties;
    private Kernel kernel;
    private Switches<VcpuThread> switches;
    private CompanionCalls calls;
    private boolean vina;
    private boolean hasMore;
    private int highest;
    private Optional<CompanionPages> pages = Optional.empty();
    private boolean synic;
    private Timers timers;

    @Override
    public void serve(HostSite site) {
        vina = site.bounds().parts().vina();
        hasMore = Siblings.hasMoreThanTwo(site.bounds());
        highest = site.bounds().vtls() - 1;
        synic = site.bounds().parts().sints() > 0;
        Vmm vmm = site.model().design().get(Vmm.SWITCH);
        duties = new SwitchDuties(vmm);
        kernel = Kernel.of(site.model().design());
        switches = hasMore ? new TurnSwitch()
                : new SwitchWork<>(rule -> rule != ProtocolRule.ABOVE_IS_ASKED);
        for (Vp vp : site.guest().vps()) {
            vps.add(new Siblings(site, vp, duties, kernel));
        }
        calls = new CompanionCalls(site, kernel, vps, switches);
        pages = site.bounds().pages() == 0 ? Optional.empty()
                : Optional.of(CompanionPages.furnish(site, kernel, calls));
        if (synic) {
            timers(site);
        }
        for (Siblings vp : vps) {
            for (VcpuThread thread : vp.threads()) {
                String name = "vcpu" + vp.vp().number() + "-vtl" + thread.vtl().number();
                site.model().program(site.model().actor(name), thread, thread.at, loop());
            }
        }
        if (vmm == Vmm.RESUMES_BOTH || vmm == Vmm.READS_COPY) {
            StopAndCont.furnish(site.model(), vps.get(0));
        }
    }

    private void timers(HostSite site) {
        timers = new Timers(site);
        if (kernel.keepsTimers()) {
            timers.interrupts(told -> thread(told).wake());
            return;
        }
        vps.forEach(vp -> vp.threads().forEach(thread -> timers.userSpace(
                thread.vtl(), any -> thread, (code, told, effect) -> calls.notice(code, told,
                        "KVM_SIGNAL_MSI: SINT's vector", effect))));
    }

    private VcpuThread thread(Vtl vtl) {
        return vps.get(vtl.vp().number()).threads().get(vtl.number());
    }

    private Routine<VcpuThread> loop() {
        String[] idle = IDLE.split(": ");
        return Routine.named(idle[0], SOURCE, code -> Startup.await(code,
                calls.guest(), thread -> thread.vtl().vp(), VcpuThread::begins).forever(loop -> loop
                .await(idle[1], VcpuThread::goesOn, VcpuThread::takesWork).mayRest()
                .costs(VtlCosts.USER_ACCESS)
                .select(VcpuThread::work, List.of(this::run,
                        up -> up.call(switches.upcall()), in -> in.call(switches.entry()),
                        down -> down.call(switches.downcall()),
                        poll -> poll.call(switches.poll())))
                .local(VcpuThread::forgetsWork)));
    }

    private void run(Block<VcpuThread> code) {
        code.given(vina, stopped -> stopped.when(VcpuThread::listens, listens -> {
            waitForEvent(listens, this::tellAbove);
            listens.local(VcpuThread::forgetsWork).again();
        }));
        code.when(thread -> thread.inactive.isSet(), waits -> waitForEvent(waits, this::event),
                active -> {
            active.given(vina, this::assertVina)
                    .lock("KVM_RUN: lock vcpu->mutex", thread -> thread.mutex)
                    .costs(VtlCosts.IOCTL)
                    .local(thread -> thread.vtl().exit.clear());
            active.forever(this::guest);
            active.unlock("KVM_RUN: unlock vcpu->mutex", thread -> thread.mutex)
                    .costs(VtlCosts.TO_USER)
                    .select(thread -> thread.vtl().exit.get().ordinal(), ways());
        });
    }

    private List<Consumer<Block<VcpuThread>>> ways() {
        List<Consumer<Block<VcpuThread>>> ways = new ArrayList<>(List.of(none -> { },
                calls::inUserSpace, this::up, this::back, this::back));
        pages.ifPresent(exits -> {
            ways.add(exits::inUserSpace);
            ways.add(exits::inUserSpace);
        });
        return ways;
    }

    private void guest(Block<VcpuThread> loop) {
        List<Consumer<Block<VcpuThread>>> ways = new ArrayList<>();
        for (Exit exit : Exit.values()) {
            ways.add(exit == Exit.NONE ? none -> { }
                    : exit == Exit.HYPERCALL ? calls::inKernel
                    : exit.isIntercepted() && pages.isPresent()
                    ? pages.orElseThrow()::inKernel : Block::leave);
        }
        pages.ifPresent(exits -> exits.beforeEntry(loop));
        loop.given(synic && kernel.keepsTimers(), request -> request.test(
                "kvm_check_request(KVM_REQ_HV_STIMER)", VcpuThread::isTimerExpired,
                yes -> timers.send(yes, TimerNotice.KVM, VcpuThread::vtl, thread -> { })));
        pages.ifPresent(exits -> exits.waitIfHeld(loop));
        loop.test("VMENTER, unless a signal waits", VcpuThread::enters, yes -> { },
                        no -> no.when(VcpuThread::isWanted, Block::leave, Block::again))
                .costs(VtlCosts.ENTRY)
                .await("VMEXIT", VcpuThread::isBack, VcpuThread::exits).mayRest()
                .costs(VtlCosts.EXIT)
                .select(thread -> thread.vtl().exit.get().ordinal(), ways);
    }

    /** The thread of a VTL that is stopped has seen an event. */
    private void tellAbove(Block<VcpuThread> code) {
        if (!hasMore) {
            look(code, "vtl1", thread -> {
                thread.watch().looks();
                return thread.watch().isDue();
            });
            return;
        }
        code.step("looks, and not again until it is asked to", thread -> thread.watch().looks())
                .costs(VtlCosts.USER_ACCESS)
                .test("turn: is it that of a VTL above?", thread -> thread.watch().finds(),
                        there -> look(there, "that VTL", thread -> thread.watch().isDue()))
                .costs(VtlCosts.USER_ACCESS);
    }

    private static void look(
            Block<VcpuThread> code, String above, Predicate<VcpuThread> isDue) {
        code.test("KVM_GET_LAPIC, KVM_GET_REGS: would it take an interrupt?", isDue,
                due -> due.step("signal the thread of " + above,
                        thread -> thread.watch().tells()).costs(VtlCosts.USER_ACCESS))
                .costs(VtlCosts.IOCTL);
    }

    /** Before a VTL is entered that others can tell of interrupts. */
    private void assertVina(Block<VcpuThread> code) {
        code.when(thread -> thread.watch().isTold(), due -> due.step(
                "assert VINA of " + (hasMore ? "its VTL" : "vtl1"),
                thread -> thread.watch().fires()).costs(VtlCosts.IOCTL));
        for (int vtl = 0; vtl < highest; vtl++) {
            int lower = vtl;
            code.when(thread -> thread.watch().asksAgain(lower), again -> again
                    .step("vtl" + lower + "'s thread looks again",
                            thread -> thread.watch().letsLook(lower))
                    .costs(VtlCosts.USER_ACCESS));
        }
    }

    private void event(Block<VcpuThread> code) {
        if (kernel.isOneVm()) {
            code.test("KVM_GET_LAPIC: IRR above PPR?", thread -> duties.isDue(thread.vtl())
                            || thread.isAskedToInject(),
                    due -> due.call(switches.event())).costs(VtlCosts.IOCTL);
        } else {
            code.call(switches.event());
        }
    }

    private void waitForEvent(
            Block<VcpuThread> code, Consumer<Block<VcpuThread>> woken) {
        if (kernel.isOneVm()) {
            code.pause("poll: on the wait queue").costs(VtlCosts.TO_USER)
                    .await("poll: kicked?", thread -> thread.polled.isSet() || thread.isWanted())
                    .mayRest().costs(VtlCosts.WAKE)
                    .when(thread -> thread.polled.isSet(), woken);
        } else {
            code.lock("KVM_RUN: lock vcpu->mutex", thread -> thread.mutex).costs(VtlCosts.IOCTL)
                    .await("INACTIVE_VTL: an event?", thread ->
                            thread.hasEvent() || thread.isWanted(),
                            thread -> thread.polled.become(thread.hasEvent()))
                    .mayRest().costs(VtlCosts.WAKE)
                    .unlock("KVM_RUN: unlock vcpu->mutex", thread -> thread.mutex)
                    .costs(VtlCosts.TO_USER)
                    .when(thread -> thread.polled.testAndClear(), woken);
        }
    }

    private void up(Block<VcpuThread> code) {
        over(code, there -> to(there).call(switches.call()));
    }

    private void back(Block<VcpuThread> code) {
        over(code, there -> to(there).call(switches.leave()));
    }

    /** The partner is chosen here: whoever runs beside it may forget why this one has stopped. */
    private Block<VcpuThread> to(Block<VcpuThread> code) {
        return code.local(thread -> duties.target(thread.vtl()).ifPresent(thread::wants));
    }

    private void over(Block<VcpuThread> code, Consumer<Block<VcpuThread>> way) {
        code.when(thread -> duties.target(thread.vtl()).isEmpty(),
                nowhere -> nowhere.local(thread -> thread.vtl().raiseUndefined()),
                there -> there.when(thread -> thread.vtl().target().isEmpty(),
                        same -> same.local(thread -> {
                            duties.controlBlock(thread.vtl(), thread.vtl(),
                                    SwitchDuties.reason(thread.vtl()));
                            thread.vtl().exit.clear();
                        }), way));
    }
}
