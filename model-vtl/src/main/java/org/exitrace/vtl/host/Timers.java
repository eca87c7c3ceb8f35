package org.exitrace.vtl.host;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.TimerOwner;
import org.exitrace.vtl.state.Stimer;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Synthetic timers: an actor for each, and what whoever keeps the timer does once it expires. */
public final class Timers {

    private final HostSite site;
    private final ModelBuilder model;
    private final TimerOwner owner;
    private final int number;

    /** Timers of the guest of {@code site}, which has SINTs. */
    public Timers(HostSite site) {
        this.site = site;
        model = site.model();
        owner = model.design().get(TimerOwner.SWITCH);
        number = site.bounds().parts().synic().timers();
    }

    /** How user space requests a vector for {@code vtl}. */
    @FunctionalInterface
    public interface Requests<S> {

        /** Writes the steps, one of which is {@code effect}. */
        void write(Block<S> code, Vtl vtl, Consumer<S> effect);
    }

    /** One interrupt of the host: the timer is marked, and {@code wakes} whoever tells of it. */
    public void interrupts(Consumer<Vtl> wakes) {
        for (Vp vp : site.guest().vps()) {
            for (Vtl vtl : vp.vtls()) {
                for (int i = 0; i < number; i++) {
                    int timer = i;
                    model.on(model.actor(name(vtl, timer)), vtl).step("stimer_timer_callback")
                            .when(any -> of(vtl, timer).mayExpire()).after(VtlCosts.TICK)
                            .then(any -> wakes.accept(expires(vtl, timer)));
                }
            }
        }
    }

    /**
     * Timers of user space for {@code vtl}, each kept by a thread: the message is written, and then
     * {@code requests} the vector of its SINT; in direct mode there is no message.
     *
     * @param thread where the steps of the timer of a number find what they need
     */
    public <S extends Region> void userSpace(
            Vtl vtl, IntFunction<S> thread, Requests<S> requests) {
        for (int i = 0; i < number; i++) {
            String name = name(vtl, i);
            model.program(model.actor(name), thread.apply(i),
                    new ProgramCounter(model.region(name), "at"), timer(vtl, i, requests));
        }
    }

    private <S> Routine<S> timer(Vtl vtl, int timer, Requests<S> requests) {
        List<Vtl> told = owner == TimerOwner.OWN ? List.of(vtl) : vtl.vp().vtls();
        return Routine.named("timer", "docs/vtl.md c.3 N10", code -> code.forever(loop -> {
            loop.await("expires", any -> of(vtl, timer).mayExpire(), any -> expires(vtl, timer))
                    .mayRest().after(VtlCosts.TICK);
            for (Vtl each : told) {
                loop.when(any -> of(each, timer).isExpired(), mine -> serve(
                        mine, each, of(each, timer), requests));
            }
        }));
    }

    private <S> void serve(Block<S> code, Vtl vtl, Stimer timer, Requests<S> requests) {
        Consumer<Block<S>> message = text -> text.test("write the message to vtl" + vtl.number(),
                any -> timer.serve(), yes -> requests.write(yes, vtl, any -> timer.request()))
                .costs(VtlCosts.USER_ACCESS);
        if (isDirectKnown()) {
            code.when(any -> timer.isDirect(), direct -> requests.write(
                    direct.local(any -> timer.serve()), vtl, any -> timer.request()), message);
        } else {
            message.accept(code);
        }
        code.local(any -> timer.isServed());
    }

    /**
     * The thread that keeps the timers of a VTL serves those that have expired, one after another:
     * a message and the vector of its SINT, or the vector alone, are one step.
     */
    public <S> void send(
            Block<S> code, TimerNotice notice, Function<S, Vtl> whose, Consumer<S> recheck) {
        for (int i = 0; i < number; i++) {
            int timer = i;
            Consumer<Block<S>> one = text -> sendOne(text, notice, thread ->
                    of(whose.apply(thread), timer), whose, recheck);
            if (number == 1) {
                one.accept(code);
            } else {
                code.when(thread -> of(whose.apply(thread), timer).isExpired(), one);
            }
        }
    }

    private <S> void sendOne(Block<S> code, TimerNotice notice,
            Function<S, Stimer> timer, Function<S, Vtl> whose, Consumer<S> recheck) {
        Consumer<S> effect = thread -> {
            Stimer served = timer.apply(thread);
            if (served.serve()) {
                served.request();
            }
            served.isServed();
            whose.apply(thread).goesFirst();
            recheck.accept(thread);
        };
        if (isDirectKnown()) {
            code.when(thread -> timer.apply(thread).isDirect(),
                    alone -> alone.step(notice.vector(), effect).costs(VtlCosts.ACCESS),
                    posted -> posted.step(notice.message(), effect).costs(VtlCosts.ACCESS));
        } else {
            code.step(notice.message(), effect).costs(VtlCosts.ACCESS);
        }
    }

    private boolean isDirectKnown() {
        return site.guest().vtl(0, 0).synic().hasDirectTimers();
    }

    /** Whether a timer has sent to {@code vtl}, and nobody has told of it. */
    public static boolean isExpired(Vtl vtl) {
        return vtl.synic() != null && vtl.synic().isTimerExpired();
    }

    /** The timer of {@code vtl} expires; the VTL that is told. */
    private Vtl expires(Vtl vtl, int timer) {
        Vtl told = owner == TimerOwner.OWN ? vtl : vtl.vp().activeVtl();
        of(vtl, timer).expires(of(told, timer));
        return told;
    }

    private static Stimer of(Vtl vtl, int timer) {
        return vtl.synic().timers().get(timer);
    }

    private static String name(Vtl vtl, int timer) {
        String name = "stimer-vp" + vtl.vp().number() + "-vtl" + vtl.number();
        return timer == 0 ? name : name + "-" + timer;
    }
}
