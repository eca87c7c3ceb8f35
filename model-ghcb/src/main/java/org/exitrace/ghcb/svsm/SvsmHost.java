package org.exitrace.ghcb.svsm;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.routine.Routine;

/** The host: it signals events to VMPL 0, and a hostile one runs the VMPL that it likes. */
final class SvsmHost {

    private static final String SOURCE = "docs/ghcb.md e.7";

    private SvsmHost() {
    }

    /** An event: the page, then #HV; a guest that runs is left for VMPL 0. */
    static Routine<SvsmCpu> signal() {
        return Routine.named("signal", SOURCE, code -> code.forever(loop -> loop
                .await("writes the event into the #HV page", cpu -> cpu.events.get() > 0,
                        cpu -> {
                            cpu.events.decrement();
                            cpu.page.event.raise();
                        }).mayRest()
                .test("sets NoFurtherSignal", cpu -> {
                    boolean was = cpu.page.noFurtherSignal.isSet();
                    cpu.page.noFurtherSignal.raise();
                    return !was;
                }, first -> first.step("injects #HV", cpu -> {
                    cpu.injected.raise();
                    cpu.interruptGuest();
                }))));
    }

    /** What no guest can rely on not to happen. The calling area is out of his reach. */
    static List<Misbehaviour> misbehaviours(SvsmCpu cpu, HostilePart part) {
        String of = " of vcpu" + cpu.number;
        List<Misbehaviour> all = new ArrayList<>();
        if (part.has(HostilePart.VMPL)) {
            runsAnother(cpu, of, all);
        }
        if (part.has(HostilePart.HV)) {
            signalsWrongly(cpu, of, all);
        }
        if (part.has(HostilePart.PAGE)) {
            writesPage(cpu.page, of, all);
        }
        return all;
    }

    private static void runsAnother(SvsmCpu cpu, String of, List<Misbehaviour> all) {
        all.add(new Misbehaviour("runs VMPL 0" + of + " instead of the guest", SOURCE,
                cpu::runsGuest, cpu::interruptGuest));
        all.add(new Misbehaviour("runs the guest" + of + " instead of VMPL 0", SOURCE,
                cpu::couldRunGuest, () -> cpu.vmpl.become(Vmpl.GUEST)));
    }

    private static void signalsWrongly(SvsmCpu cpu, String of, List<Misbehaviour> all) {
        all.add(new Misbehaviour("injects #HV into VMPL 0" + of + " without an event", SOURCE,
                () -> cpu.vmpl.is(Vmpl.SVSM) && cpu.injected.isClear(), cpu.injected::raise));
        all.add(new Misbehaviour("forgets the #HV" + of, SOURCE,
                cpu.injected::isSet, cpu.injected::clear));
    }

    /** The page is shared memory, his to write between any two steps of the SVSM. */
    private static void writesPage(HvPage page, String of, List<Misbehaviour> all) {
        String where = " in the #HV page" + of;
        all.add(new Misbehaviour("takes back the event" + where, SOURCE,
                page.event::isSet, page.event::clear));
        all.add(new Misbehaviour("sets NoFurtherSignal" + where + " and injects nothing", SOURCE,
                page.noFurtherSignal::isClear, page.noFurtherSignal::raise));
        all.add(new Misbehaviour("clears NoFurtherSignal" + where, SOURCE,
                page.noFurtherSignal::isSet, page.noFurtherSignal::clear));
    }
}
