package org.exitrace.vtl.host.aware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.host.Startup;
import org.exitrace.vtl.host.TimerNotice;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.host.VinaChecks;
import org.exitrace.vtl.host.VtlHost;
import org.exitrace.vtl.host.aware.AwareVcpu.Mode;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A0, the branch "vsm" that came before the RFC: the switch happens inside of the vCPU's own
 * thread, so that nothing else has to stop. Source: docs/vtl.md d.2 A0; the order around entries
 * is that of {@code vcpu_enter_guest}.
 */
public final class AwareHost implements VtlHost {

    private static final String SOURCE = "docs/vtl.md d.2 A0";

    private final List<AwareVcpu> vcpus = new ArrayList<>();
    private Optional<Timers> timers = Optional.empty();

    @Override
    public void serve(HostSite site) {
        boolean pages = site.bounds().pages() > 0;
        for (Vp vp : site.guest().vps()) {
            vcpus.add(new AwareVcpu(
                    site.model().region("vcpu[" + vp.number() + "]"), vp, pages));
        }
        if (site.bounds().parts().sints() > 0) {
            timers = Optional.of(new Timers(site));
            timers.orElseThrow().interrupts(this::kick);
        }
        AwareCalls calls = new AwareCalls(site, vcpus);
        List<Consumer<Block<AwareVcpu>>> ways = ways(calls, calls.switching());
        Predicate<AwareVcpu> held = vcpu -> false;
        if (pages) {
            PageExits<AwareVcpu> exits = new PageExits<>(calls, site.model(), site.bounds());
            held = vcpu -> exits.holds(vcpu.active());
            ways.add(exits::violation);
            ways.add(exits::emulation);
        }
        Routine<AwareVcpu> thread = thread(site.guest(), ways, calls, site.bounds(), held);
        for (AwareVcpu vcpu : vcpus) {
            String name = "vcpu" + vcpu.vp().number();
            site.model().program(site.model().actor(name), vcpu, vcpu.at, thread);
        }
    }

    private Routine<AwareVcpu> thread(Guest guest, List<Consumer<Block<AwareVcpu>>> ways,
            AwareCalls calls, VtlBounds bounds, Predicate<AwareVcpu> held) {
        return Routine.named("vcpu_enter_guest", SOURCE, code -> begin(
                code, guest, calls).forever(loop -> loop
                .given(calls.start().isPresent(), again -> calls.start().orElseThrow().take(again))
                .given(bounds.pages() > 0, RemoteFlush::take)
                .given(timers.isPresent(), synic -> tell(synic, timers.orElseThrow(),
                        bounds.vtls()))
                .test("kvm_check_request(KVM_REQ_EVENT)", AwareHost::takeRequest,
                        yes -> highestFirst(yes, calls.switching()))
                .given(bounds.parts().vina(), vina -> new VinaChecks<>(
                        bounds.vtls(), AwareVcpu::vp).write(vina))
                .given(bounds.pages() > 0, memory -> memory.when(held, waits -> waits
                        .await("its intercept waits for a slot, or its flush for a lock",
                                vcpu -> vcpu.isAsked() || !held.test(vcpu)).mayRest().again()))
                .step("mode = IN_GUEST_MODE", vcpu -> vcpu.mode.become(Mode.IN_GUEST_MODE))
                .test("kvm_request_pending", AwareVcpu::isAsked, pending -> pending
                        .step("mode = OUTSIDE_GUEST_MODE",
                                AwareHost::staysOutside).again())
                .step("VMENTER", vcpu -> vcpu.active().enter()).costs(VtlCosts.ENTRY)
                .await("VMEXIT", AwareVcpu::isBack, AwareHost::exit).costs(VtlCosts.EXIT)
                .mayRest()
                .select(vcpu -> vcpu.active().exit.get().ordinal(), ways)));
    }

    private static Block<AwareVcpu> begin(
            Block<AwareVcpu> code, Guest guest, AwareCalls calls) {
        calls.start().filter(start -> guest.startsLater()).ifPresent(start -> code
                .given(guest.initsLate(), late -> Startup.initLate(late, guest, AwareVcpu::vp))
                .given(true, start::begin));
        return calls.start().isPresent() ? code : Startup.await(code, guest, AwareVcpu::vp);
    }

    /** KVM_REQ_HV_STIMER of the vCPU of {@code vtl}. */
    private void kick(Vtl vtl) {
        AwareVcpu vcpu = vcpus.get(vtl.vp().number());
        if (AwareCalls.exits(vcpu)) {
            vcpu.active().kicked.raise();
        }
    }

    /** Before an entry: what has expired is told. */
    private static void tell(Block<AwareVcpu> code, Timers timers, int vtls) {
        code.test("kvm_check_request(KVM_REQ_HV_STIMER)", AwareVcpu::isTimerExpired, yes -> {
            for (int i = 0; i < vtls; i++) {
                int vtl = i;
                yes.when(vcpu -> Timers.isExpired(vcpu.vp().vtl(vtl)), expired -> timers.send(
                        expired, TimerNotice.KVM.to(vtl), vcpu -> vcpu.vp().vtl(vtl),
                        vcpu -> vcpu.request.raise()));
            }
        });
    }

    private static boolean takeRequest(AwareVcpu vcpu) {
        boolean asked = vcpu.request.isSet();
        vcpu.request.clear();
        return asked;
    }

    private static void exit(AwareVcpu vcpu) {
        Vtl vtl = vcpu.active();
        if (vtl.executes.isSet()) {
            vtl.leave(Exit.NONE);
        }
        vtl.kicked.clear();
        staysOutside(vcpu);
    }

    private static void staysOutside(AwareVcpu vcpu) {
        vcpu.leavesGuest();
        vcpu.mode.become(Mode.OUTSIDE_GUEST_MODE);
    }

    /** Is there an interrupt for a VTL above the active one? Each local APIC is read by itself. */
    private static void highestFirst(
            Block<AwareVcpu> code, Routine<AwareVcpu> switching) {
        for (int i = VtlBounds.MOST_VTLS - 1; i > 0; i--) {
            int vtl = i;
            code.when(vcpu -> isAbove(vcpu, vtl), above -> above
                    .test("IRR of vtl" + vtl + " above PPR?",
                            vcpu -> vcpu.vp().vtl(vtl).lapic.wants(), yes -> yes
                                    .local(vcpu -> vcpu.goesTo(
                                            vcpu.vp().vtl(vtl), EntryReason.INTERRUPT))
                                    .call(switching)));
        }
    }

    private static boolean isAbove(AwareVcpu vcpu, int vtl) {
        return vtl < vcpu.vp().vtls().size() && vcpu.vp().active.get() < vtl
                && vcpu.vp().enabled.has(vtl);
    }

    private static List<Consumer<Block<AwareVcpu>>> ways(
            AwareCalls calls, Routine<AwareVcpu> switching) {
        return new ArrayList<>(List.of(
                none -> { },
                calls::answer,
                up -> over(up, EntryReason.VTL_CALL, switching),
                slow -> over(slow, EntryReason.RESERVED, switching),
                fast -> over(fast, EntryReason.RESERVED, switching)));
    }

    private static void over(
            Block<AwareVcpu> code, EntryReason reason, Routine<AwareVcpu> switching) {
        code.when(vcpu -> vcpu.active().target().isEmpty(),
                nowhere -> nowhere.local(vcpu -> vcpu.active().raiseUndefined()),
                there -> there
                        .local(vcpu -> vcpu.goesTo(vcpu.active().target().orElseThrow(), reason))
                        .call(switching));
    }
}
