package org.exitrace.ghcb.svsm;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.adversary.Adversary;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.step.Actor;

/** The one factory of such machines. */
public final class SvsmMachine {

    /** All questions that its designs answer. */
    public static final List<Switch<?>> SWITCHES = List.of(HvWindow.SWITCH, SignalOrder.SWITCH,
            CallExchange.SWITCH, MissedCall.SWITCH, CallingAreas.SWITCH, AfterSwitch.SWITCH,
            GuestVmsa.SWITCH);

    private static final String SOURCE = "docs/ghcb.md e.7";

    private SvsmMachine() {
    }

    /** Virtual CPUs whose guest makes its calls and then idles. */
    public static Model of(SvsmBounds bounds, Design design) {
        ModelBuilder model = new ModelBuilder("svsm", design);
        List<CallingArea> areas = new ArrayList<>();
        for (int i = 0; i < bounds.vcpus(); i++) {
            areas.add(new CallingArea(model.region("calling_area[" + i + "]")));
        }
        boolean hides = design.get(GuestVmsa.SWITCH) == GuestVmsa.NOT_RUNNABLE;
        boolean own = design.get(CallingAreas.SWITCH) == CallingAreas.PER_CPU;
        List<SvsmCpu> cpus = new ArrayList<>();
        List<Misbehaviour> misbehaviours = new ArrayList<>();
        for (int i = 0; i < bounds.vcpus(); i++) {
            SvsmCpu cpu = new SvsmCpu(model.region("vcpu[" + i + "]"), i, bounds, areas.get(i),
                    areas.get(own ? i : 0), new HvPage(model.region("hv_page[" + i + "]")));
            cpu.runnable.initially(!hides);
            cpus.add(cpu);
            misbehaviours.addAll(SvsmHost.misbehaviours(cpu, bounds.hostile()));
            run(model, cpu, design);
        }
        Adversary.declare(model, bounds.misbehaviours(), misbehaviours);
        promise(model, cpus);
        return model.build();
    }

    private static void run(ModelBuilder model, SvsmCpu cpu, Design design) {
        Actor actor = model.actor("vcpu" + cpu.number);
        SvsmLoop loop = new SvsmLoop(design);
        model.program(actor, cpu, cpu.svsm, loop.run()).onlyWhile(SvsmCpu::runsSvsm);
        model.program(actor, cpu, cpu.guest, new CallingGuest(design).run())
                .onlyWhile(SvsmCpu::runsGuest);
        model.program(model.actor("host" + cpu.number), cpu, cpu.host, SvsmHost.signal());
        loop.deliverHv(model, actor, cpu);
    }

    private static void promise(ModelBuilder model, List<SvsmCpu> cpus) {
        model.atRest("L5", "each event that was signalled to VMPL 0 is handled",
                () -> cpus.stream().allMatch(cpu -> cpu.page.event.isClear()))
                .because("the host has told of it, and does not tell again")
                .from("docs/ghcb.md L5");
        model.never("call-once", "a call is handled that nobody made, or one that was handled",
                cpus, cpu -> cpu.handledUnasked.isSet())
                .because("a call has effects").from(SOURCE);
        model.never("call-handled", "the guest goes on behind a call that was not handled",
                cpus, cpu -> cpu.wentOnUnhandled.isSet())
                .because("it takes its registers for the answer").from(SOURCE);
        model.never("call-failed", "the guest takes a call for failed that was handled",
                cpus, cpu -> cpu.failedHandled.isSet())
                .because("what the SVSM has changed for it is not what it was").from(SOURCE);
        model.reachable("guest-through", "the guest gets behind its calls",
                () -> cpus.stream().allMatch(cpu -> cpu.guest.isIdle()
                        && cpu.failed.isClear() && cpu.used.pending.isClear()));
    }
}
