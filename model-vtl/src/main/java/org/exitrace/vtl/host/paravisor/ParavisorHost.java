package org.exitrace.vtl.host.paravisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.Startup;
import org.exitrace.vtl.host.SwitchDuties;
import org.exitrace.vtl.host.TimerNotice;
import org.exitrace.vtl.host.Timers;
import org.exitrace.vtl.host.Turns;
import org.exitrace.vtl.host.VinaChecks;
import org.exitrace.vtl.host.VtlHost;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A6, a paravisor above all VTLs of the machine: the thread of a virtual processor switches between
 * them and enters one by the run loop of docs/vtl.md f.1. Where cancel is cleared is our reading.
 */
public final class ParavisorHost implements VtlHost {

    private static final String SOURCE = "docs/vtl.md d.2 A6, f.1";

    private final List<ParavisorVp> vps = new ArrayList<>();
    private SwitchDuties duties;
    private Turns<ParavisorVp> turns;
    private ParavisorCalls calls;
    private VtlBounds bounds;
    private Optional<Timers> timers = Optional.empty();

    @Override
    public void serve(HostSite site) {
        duties = new SwitchDuties(site.model().design().get(Vmm.SWITCH));
        bounds = site.bounds();
        turns = new Turns<>(duties, site.bounds().vtls(), ParavisorVp::vp, vp -> vp.crossing,
                VtlCosts.ACCESS);
        for (Vp vp : site.guest().vps()) {
            vps.add(new ParavisorVp(site.model().region("vcpu[" + vp.number() + "]"), vp,
                    bounds.pages() > 0));
        }
        if (bounds.parts().sints() > 0) {
            timers = Optional.of(new Timers(site));
            timers.orElseThrow().interrupts(told ->
                    vps.get(told.vp().number()).timerInterrupt(told));
        }
        calls = new ParavisorCalls(site, vps);
        for (ParavisorVp vp : vps) {
            site.model().program(site.model().actor("vcpu" + vp.vp().number()), vp, vp.at,
                    thread());
        }
    }

    private Routine<ParavisorVp> thread() {
        return Routine.named("paravisor", SOURCE, code -> begin(code).forever(loop -> {
            look(loop);
            timers.ifPresent(known -> tell(loop, known));
            turns.look(loop);
            loop.when(vp -> vp.crossing.isDecided(), this::load);
            loop.given(bounds.parts().vina(), vina -> new VinaChecks<>(
                    bounds.vtls(), ParavisorVp::vp).write(vina));
            calls.pages().ifPresent(pages -> pages.beforeEntry(loop));
            loop.test("interrupts off; cancel?", ParavisorVp::mayEnter, no -> { }, Block::again)
                    .costs(VtlCosts.ACCESS)
                    .step("VTL return", this::enters).costs(VtlCosts.ENTRY)
                    .await("back in the paravisor", ParavisorVp::isBack, ParavisorVp::exits)
                    .mayRest().costs(VtlCosts.EXIT)
                    .select(vp -> vp.active().exit.get().ordinal(), ways())
                    .when(vp -> vp.crossing.isDecided(), this::load);
        }));
    }

    private void enters(ParavisorVp vp) {
        calls.pages().flatMap(ParavisorPages::locks).ifPresent(locks -> locks.enters(vp));
        vp.active().enter();
    }

    private Block<ParavisorVp> begin(Block<ParavisorVp> code) {
        calls.start().filter(start -> calls.guest().startsLater()).ifPresent(start -> code
                .given(calls.guest().initsLate(), late -> Startup.initLate(
                        late, calls.guest(), ParavisorVp::vp))
                .given(true, start::begin));
        return calls.start().isPresent() ? code
                : Startup.await(code, calls.guest(), ParavisorVp::vp);
    }

    private void look(Block<ParavisorVp> code) {
        code.step("cancel = 0", vp -> vp.cancel.clear()).costs(VtlCosts.ACCESS);
        calls.start().ifPresentOrElse(start -> start.take(code
                        .step("takes the wake bits", ParavisorStart::takeBits)
                        .costs(VtlCosts.ACCESS)),
                () -> code.step("takes the wake bits", vp -> vp.wake.clear())
                        .costs(VtlCosts.ACCESS));
    }

    private List<Consumer<Block<ParavisorVp>>> ways() {
        List<Consumer<Block<ParavisorVp>>> ways = new ArrayList<>(turns.exits(calls::answer));
        calls.pages().ifPresent(
                pages -> ways.addAll(List.of(pages::violation, pages::emulation)));
        return ways;
    }

    /** Timers of the VTLs are its own; their messages are written before anybody is entered. */
    private void tell(Block<ParavisorVp> code, Timers known) {
        for (int i = 0; i < bounds.vtls(); i++) {
            int vtl = i;
            code.when(vp -> Timers.isExpired(vp.vp().vtl(vtl)), expired -> known.send(expired,
                    TimerNotice.PARAVISOR.to(vtl), vp -> vp.vp().vtl(vtl), vp -> { }));
        }
    }

    private void load(Block<ParavisorVp> code) {
        calls.pages().flatMap(ParavisorPages::locks).ifPresent(locks -> code.when(
                vp -> vp.crossing.reason() == EntryReason.RESERVED, locks::returns));
        code.step("load the other VTL's state", vp -> duties.copyShared(vp.crossing))
                .costs(VtlCosts.ACCESS)
                .step("access the control block", vp -> {
                    duties.controlBlock(vp.crossing);
                    vp.crossing.arrive();
                }).costs(VtlCosts.ACCESS);
    }
}
