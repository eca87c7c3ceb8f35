package org.exitrace.ghcb.svsm;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.step.Actor;

/** The one factory of such machines. */
public final class SvsmMachine {

    /** All questions that its designs answer. */
    public static final List<Switch<?>> SWITCHES =
            List.of(HvWindow.SWITCH, CallExchange.SWITCH, AfterSwitch.SWITCH);
    /** Most events, and most liberties of a host. */
    public static final int MOST = 3;

    private static final String SOURCE = "docs/ghcb.md e.7";

    private SvsmMachine() {
    }

    /**
     * A virtual CPU whose guest makes one call and then idles.
     *
     * @param events how many events the host has for VMPL 0, 0 to 3
     * @param liberties how often it may run another VMPL than it was asked for, 0 to 3
     */
    public static Model of(int events, int liberties, Design design) {
        ModelBuilder model = new ModelBuilder("svsm", design);
        Actor cpu = model.actor("cpu");
        Actor host = model.actor("host");
        SvsmCpu state = new SvsmCpu(model.region("cpu"), events, liberties);
        model.program(cpu, state, state.svsm, new SvsmLoop(design).run())
                .onlyWhile(SvsmCpu::runsSvsm);
        model.program(cpu, state, state.guest, new CallingGuest(design).run())
                .onlyWhile(SvsmCpu::runsGuest);
        model.program(host, state, state.host, SvsmHost.signal());
        SvsmLoop.deliverHv(model, cpu, state, design);
        SvsmHost.takeLiberties(model, host, state);
        promise(model, state);
        return model.build();
    }

    private static void promise(ModelBuilder model, SvsmCpu cpu) {
        model.atRest("L5", "each event that was signalled to VMPL 0 is handled",
                cpu.event::isClear)
                .because("the host has told of it, and does not tell again")
                .from("docs/ghcb.md L5");
        model.never("call-once", "a call is handled that nobody made, or one that was handled",
                cpu.handledUnasked::isSet)
                .because("a call has effects").from(SOURCE);
        model.never("call-handled", "the guest goes on behind a call that was not handled",
                cpu.wentOnUnhandled::isSet)
                .because("it takes its registers for the answer").from(SOURCE);
        model.reachable("guest-through", "the guest gets behind its call",
                () -> cpu.guest.isIdle() && cpu.callPending.isClear());
    }
}
