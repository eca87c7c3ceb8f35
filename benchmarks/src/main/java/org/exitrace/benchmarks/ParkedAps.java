package org.exitrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.step.Actor;

/**
 * AP reset hold in the engine's step form: a BSP wakes each AP in turn, twice, one NMI comes
 * at any time to anybody, and each access to shared state is a step. Made for measuring;
 * {@link HandPackedAps} is the same without engine.
 */
final class ParkedAps {

    static final int ROUNDS = 2;

    enum Guest { WORKS, FINISHES, REQUESTS, EXITS, LOOKS }

    enum Host { BLOCKS, RUNS, TAKES_INIT, TAKES_SIPI, DELIVERS, ENTERS, PARKS, TAKES_NMI }

    enum MpState { UNINITIALIZED, RUNNABLE, RESET_HOLD, INIT_RECEIVED }

    enum Sender { INIT, SIPI, SECOND_SIPI, WAITS }

    private ParkedAps() {
    }

    static Model of(int count) {
        ModelBuilder model = new ModelBuilder("parked APs", Design.usual(List.of()));
        Bsp bsp = new Bsp(model.region("bsp"), count);
        List<Ap> aps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            aps.add(new Ap(model.region("ap[" + i + "]")));
        }
        bsp.aps = aps;
        declareBsp(model, bsp);
        Actor outside = model.actor("outside");
        for (int i = 0; i < count; i++) {
            declareNmi(model, outside, bsp, aps.get(i), i);
            declareHost(model, aps.get(i), i);
            declareGuest(model, aps.get(i), i);
        }
        model.never("entered-held", "an AP runs while it is held", aps, ap ->
                ap.host.is(Host.RUNS) && ap.mpState.is(MpState.RESET_HOLD));
        model.reachable("done", "all APs came up in each round",
                () -> bsp.round.is(ROUNDS));
        model.atRest("woken", "the BSP waits for nobody", () -> bsp.round.is(ROUNDS));
        return model.build();
    }

    private static void declareBsp(ModelBuilder model, Bsp bsp) {
        model.on(model.actor("bsp"), bsp)
                .step("sends INIT").when(b -> b.isAt(Sender.INIT)).then(b -> {
                    b.target().init.raise();
                    b.at.become(Sender.SIPI);
                })
                .step("sends SIPI").when(b -> b.isAt(Sender.SIPI)).then(b -> {
                    b.target().sipi.raise();
                    b.at.become(Sender.SECOND_SIPI);
                })
                .step("sends SIPI again").when(b -> b.isAt(Sender.SECOND_SIPI)).then(b -> {
                    b.target().sipi.raise();
                    b.at.become(Sender.WAITS);
                })
                .step("sees the AP finish")
                .when(b -> b.isAt(Sender.WAITS) && b.target().finished.isSet())
                .then(Bsp::turnToNext);
    }

    private static void declareNmi(
            ModelBuilder model, Actor outside, Bsp bsp, Ap target, int number) {
        model.on(outside, target).step("sends an NMI to AP " + number)
                .when(ap -> bsp.nmiSent.isClear())
                .then(ap -> {
                    bsp.nmiSent.raise();
                    ap.nmi.raise();
                });
    }

    private static void declareHost(ModelBuilder model, Ap every, int number) {
        model.on(model.actor("kvm" + number), every)
                .step("wakes").when(ap -> ap.host.is(Host.BLOCKS) && ap.hasEvent())
                .then(ap -> ap.host.become(Host.TAKES_INIT))
                .step("is kicked").when(ap -> ap.host.is(Host.RUNS) && ap.hasEvent())
                .then(ap -> ap.host.become(Host.TAKES_INIT))
                .step("takes INIT").when(ap -> ap.host.is(Host.TAKES_INIT)).then(ap -> {
                    if (ap.init.testAndClear()) {
                        ap.mpState.become(MpState.INIT_RECEIVED);
                    }
                    ap.host.become(Host.TAKES_SIPI);
                })
                .step("takes SIPI").when(ap -> ap.host.is(Host.TAKES_SIPI)).then(Ap::takeSipi)
                .step("takes NMI").when(ap -> ap.host.is(Host.TAKES_NMI)).then(Ap::takeNmi)
                .step("delivers SIPI").when(ap -> ap.host.is(Host.DELIVERS)).then(Ap::deliver)
                .step("enters the guest").when(ap -> ap.host.is(Host.ENTERS)).then(ap -> {
                    ap.held.clear();
                    ap.host.become(Host.RUNS);
                })
                .step("parks").when(ap -> ap.host.is(Host.PARKS)).then(ap -> {
                    ap.mpState.become(MpState.RESET_HOLD);
                    ap.host.become(Host.BLOCKS);
                });
    }

    private static void declareGuest(ModelBuilder model, Ap every, int number) {
        model.on(model.actor("ap" + number), every)
                .step("works").when(ap -> ap.runs(Guest.WORKS))
                .then(ap -> ap.guest.become(Guest.FINISHES))
                .step("finishes").when(ap -> ap.runs(Guest.FINISHES)).then(ap -> {
                    ap.finished.raise();
                    ap.guest.become(Guest.REQUESTS);
                })
                .step("writes the request").when(ap -> ap.runs(Guest.REQUESTS))
                .then(ap -> ap.guest.become(Guest.EXITS))
                .step("exits").when(ap -> ap.runs(Guest.EXITS)).then(ap -> {
                    ap.result.clear();
                    ap.held.raise();
                    ap.guest.become(Guest.LOOKS);
                    ap.host.become(Host.PARKS);
                })
                .step("looks at the result").when(ap -> ap.runs(Guest.LOOKS)).then(ap ->
                        ap.guest.become(ap.result.isSet() ? Guest.WORKS : Guest.REQUESTS));
    }

    private static final class Bsp {
        final EnumCell<Sender> at;
        final IndexCell target;
        final CountCell round;
        final FlagCell nmiSent;
        List<Ap> aps;

        Bsp(CellScope scope, int count) {
            at = scope.choice("at", Sender.class);
            target = scope.index("target", count).initially(0);
            round = scope.count("round", ROUNDS);
            nmiSent = scope.flag("nmi_sent");
        }

        boolean isAt(Sender place) {
            return at.is(place) && !round.is(ROUNDS);
        }

        Ap target() {
            return aps.get(target.get());
        }

        void turnToNext() {
            target().finished.clear();
            at.become(Sender.INIT);
            int next = target.get() + 1;
            if (next == aps.size()) {
                round.increment();
            }
            target.become(next % aps.size());
        }
    }

    private static final class Ap {
        final EnumCell<Guest> guest;
        final EnumCell<Host> host;
        final EnumCell<MpState> mpState;
        final FlagCell init;
        final FlagCell sipi;
        final FlagCell started;
        final FlagCell held;
        final FlagCell result;
        final FlagCell finished;
        final FlagCell nmi;

        Ap(CellScope scope) {
            guest = scope.choice("guest", Guest.class);
            host = scope.choice("host", Host.class);
            mpState = scope.choice("mp_state", MpState.class);
            init = scope.flag("init");
            sipi = scope.flag("sipi");
            started = scope.flag("started");
            held = scope.flag("held");
            result = scope.flag("result");
            finished = scope.flag("finished");
            nmi = scope.flag("nmi");
        }

        boolean hasEvent() {
            return init.isSet() || sipi.isSet() || nmi.isSet();
        }

        boolean runs(Guest place) {
            return host.is(Host.RUNS) && guest.is(place);
        }

        void takeSipi() {
            boolean wakes = sipi.testAndClear() && mpState.is(MpState.INIT_RECEIVED);
            host.become(wakes ? Host.DELIVERS : Host.TAKES_NMI);
        }

        void takeNmi() {
            if (nmi.testAndClear() && mpState.is(MpState.RESET_HOLD)) {
                mpState.become(MpState.RUNNABLE);
            }
            host.become(mpState.is(MpState.RUNNABLE) ? Host.ENTERS : Host.BLOCKS);
        }

        void deliver() {
            if (!started.testAndSet()) {
                host.become(Host.ENTERS);
            } else {
                result.become(held.isSet());
                host.become(Host.ENTERS);
            }
            mpState.become(MpState.RUNNABLE);
        }
    }
}
