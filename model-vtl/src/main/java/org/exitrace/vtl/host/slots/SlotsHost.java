package org.exitrace.vtl.host.slots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.host.Startup;
import org.exitrace.vtl.host.SwitchDuties;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.host.Turns;
import org.exitrace.vtl.host.VinaChecks;
import org.exitrace.vtl.host.VtlHost;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A3, an address space of memory slots for each VTL: one vCPU, and user space loads one VTL after
 * the other into it. It was discussed only; who loads what is our own reading, docs/vtl.md d.2 A3.
 */
public final class SlotsHost implements VtlHost {

    private static final String SOURCE = "docs/vtl.md d.2 A3 (reading)";

    private final List<SlotVcpu> vcpus = new ArrayList<>();
    private SwitchDuties duties;
    private Turns<SlotVcpu> turns;
    private SlotCalls calls;
    private VtlBounds bounds;
    private Optional<PageExits<SlotVcpu>> pages = Optional.empty();

    @Override
    public void serve(HostSite site) {
        duties = new SwitchDuties(site.model().design().get(Vmm.SWITCH));
        bounds = site.bounds();
        turns = new Turns<>(duties, site.bounds().vtls(), SlotVcpu::vp, vcpu -> vcpu.crossing,
                VtlCosts.USER_ACCESS);
        for (Vp vp : site.guest().vps()) {
            vcpus.add(new SlotVcpu(site.model().region("vcpu[" + vp.number() + "]"), vp,
                    site.bounds().pages() > 0));
        }
        calls = new SlotCalls(site, vcpus);
        if (bounds.parts().sints() > 0) {
            Timers timers = new Timers(site);
            vcpus.forEach(vcpu -> vcpu.vp().vtls().forEach(vtl ->
                    timers.userSpace(vtl, any -> vcpu, this::request)));
        }
        if (site.bounds().pages() > 0) {
            pages = Optional.of(new PageExits<>(calls, site.model(), site.bounds()));
            calls.guest().memory.mapsBy(calls.slots().tables());
        }
        for (SlotVcpu vcpu : vcpus) {
            site.model().program(site.model().actor("vcpu" + vcpu.vp().number()), vcpu, vcpu.at,
                    thread());
        }
    }

    private Routine<SlotVcpu> thread() {
        return Routine.named("user space", SOURCE, code -> Startup.await(
                code, calls.guest(), SlotVcpu::vp).forever(loop -> {
            loop.step("no signal from here on", vcpu -> vcpu.signal.clear())
                    .costs(VtlCosts.USER_ACCESS);
            turns.look(loop);
            loop.when(vcpu -> vcpu.crossing.isDecided(), this::load);
            loop.given(bounds.parts().vina(), vina -> new VinaChecks<>(bounds.vtls(),
                    SlotVcpu::vp, VtlCosts.USER_ACCESS, VtlCosts.IOCTL).write(vina));
            pages.ifPresent(exits -> waitIfHeld(loop, exits));
            loop.forever(this::enter)
                    .select(vcpu -> vcpu.loaded().exit.get().ordinal(), ways())
                    .when(vcpu -> vcpu.crossing.isDecided(), this::load);
        }));
    }

    private void request(Block<SlotVcpu> code, Vtl told, Consumer<SlotVcpu> effect) {
        calls.notice(code, told, "SINT's vector", effect);
    }

    private static void waitIfHeld(Block<SlotVcpu> code, PageExits<SlotVcpu> exits) {
        code.when(vcpu -> exits.holds(vcpu.loaded()), held -> held
                .await("its intercept waits for a slot, or its flush for a lock", vcpu ->
                        vcpu.signal.isSet() || !exits.holds(vcpu.loaded())).mayRest().again());
    }

    /** What KVM_RUN does: it goes round where the kernel has answered an exit. */
    private void enter(Block<SlotVcpu> code) {
        pages.ifPresent(exits -> RemoteFlush.take(code));
        code.test("KVM_RUN, unless a signal waits", SlotVcpu::enters, yes -> { },
                        no -> no.when(vcpu -> vcpu.signal.isSet(), Block::leave, Block::again))
                .costs(VtlCosts.ENTRY)
                .await("VMEXIT", SlotVcpu::isBack, SlotVcpu::exits).mayRest()
                .costs(VtlCosts.EXIT);
        pages.ifPresent(exits -> SlotFault.answer(code, calls.slots(), exits));
        code.leave();
    }

    private List<Consumer<Block<SlotVcpu>>> ways() {
        List<Consumer<Block<SlotVcpu>>> ways = new ArrayList<>(turns.exits(calls::answer));
        pages.ifPresent(exits -> {
            ways.add(code -> calls.partition(code, exits::violation));
            ways.add(code -> calls.partition(code, exits::violation));
        });
        return ways;
    }

    private void load(Block<SlotVcpu> code) {
        code.lock("lock vp", vcpu -> vcpu.lock).costs(VtlCosts.USER_ACCESS)
                .pause("store registers and local APIC").costs(VtlCosts.IOCTL)
                .step("load those of the other VTL", vcpu -> duties.copyShared(vcpu.crossing))
                .costs(VtlCosts.IOCTL)
                .step("access the control block, take its address space", vcpu -> {
                    duties.controlBlock(vcpu.crossing);
                    vcpu.crossing.arrive();
                }).costs(VtlCosts.IOCTL)
                .unlock("unlock vp", vcpu -> vcpu.lock).costs(VtlCosts.USER_ACCESS);
    }
}
