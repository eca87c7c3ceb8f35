package org.exitrace.vtl.host;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.TimerOwner;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Synic;
import org.exitrace.vtl.state.SynicMessage;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Synthetic timers: an actor for each, and the message that whoever keeps the timer writes. */
public final class Timers {

    private final ModelBuilder model;
    private final TimerOwner owner;

    /** Timers of the guest of {@code model}. */
    public Timers(ModelBuilder model) {
        this.model = model;
        owner = model.design().get(TimerOwner.SWITCH);
    }

    /** One interrupt of the host: the timer is marked, and {@code wakes} whoever tells of it. */
    public void interrupts(Guest guest, Consumer<Vtl> wakes) {
        for (Vp vp : guest.vps()) {
            for (Vtl vtl : vp.vtls()) {
                model.on(model.actor(name(vtl)), vtl).step("stimer_timer_callback")
                        .when(any -> isArmed(vtl)).after(VtlCosts.TICK)
                        .then(any -> wakes.accept(expires(vtl)));
            }
        }
    }

    /**
     * A timer of user space for {@code vtl}, which {@code thread} keeps: the message is written,
     * and then {@code requests} the vector of its SINT.
     */
    public <S extends Region> void userSpace(
            Vtl vtl, S thread, BiConsumer<Block<S>, Vtl> requests) {
        List<Vtl> told = owner == TimerOwner.OWN ? List.of(vtl) : vtl.vp().vtls();
        Routine<S> timer = Routine.named("timer", "docs/vtl.md c.3 N10", code -> code
                .forever(loop -> {
                    loop.await("expires", any -> isArmed(vtl), any -> expires(vtl)).mayRest()
                            .after(VtlCosts.TICK);
                    for (Vtl each : told) {
                        loop.when(any -> isExpired(each), mine -> mine.test("write the message to"
                                + " vtl" + each.number(), any -> writes(each),
                                yes -> requests.accept(yes, each)).costs(VtlCosts.USER_ACCESS)
                                .local(any -> each.synic().expired.clear()));
                    }
                }));
        model.program(model.actor(name(vtl)), thread,
                new ProgramCounter(model.region(name(vtl)), "at"), timer);
    }

    /** The thread that keeps the timer of a VTL writes its message and requests the vector. */
    public static <S> void send(
            Block<S> code, String step, Function<S, Vtl> whose, Consumer<S> recheck) {
        code.step(step, thread -> {
            Vtl vtl = whose.apply(thread);
            Synic synic = vtl.synic();
            synic.post(synic.expired.get(), SynicMessage.TIMER_EXPIRED, vtl.lapic);
            synic.expired.clear();
            vtl.requested();
            recheck.accept(thread);
        }).costs(VtlCosts.ACCESS);
    }

    /** Requests the vector of the SINT to which a timer of {@code vtl} has sent. */
    public static void request(Vtl vtl) {
        vtl.synic().signal(vtl.synic().expired.get(), vtl.lapic);
    }

    /** Whether a timer has sent to {@code vtl}, and nobody has told of it. */
    public static boolean isExpired(Vtl vtl) {
        return vtl.synic() != null && !vtl.synic().expired.isNone();
    }

    private static boolean isArmed(Vtl vtl) {
        return !vtl.synic().timer.isNone();
    }

    private static boolean writes(Vtl vtl) {
        return vtl.synic().write(vtl.synic().expired.get(), SynicMessage.TIMER_EXPIRED);
    }

    /** The timer of {@code vtl} expires; the VTL that is told. */
    private Vtl expires(Vtl vtl) {
        Vtl told = owner == TimerOwner.OWN ? vtl : vtl.vp().activeVtl();
        vtl.synic().expires(told.synic());
        return told;
    }

    private static String name(Vtl vtl) {
        return "stimer-vp" + vtl.vp().number() + "-vtl" + vtl.number();
    }
}
