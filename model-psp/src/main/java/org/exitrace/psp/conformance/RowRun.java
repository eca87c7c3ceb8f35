package org.exitrace.psp.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.Script;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.PspShape;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.command.Refusal;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.MailboxCheck;
import org.exitrace.psp.script.HostOperations;
import org.exitrace.psp.spec.Status;

/** One row on a machine of its own: one thread does what is given, and then what is asked. */
final class RowRun {
    private static final String THREAD = "host0";
    private static final long MOST_STEPS = 2_000;
    private final TableRow row;
    private final Givens givens;
    private final RunObserver[] observers;

    RowRun(TableRow row, Givens givens, RunObserver... observers) {
        this.row = row;
        this.givens = givens;
        this.observers = observers;
    }

    RowResult go() {
        PspShape shape = shape();
        Script<HostThread> script = new Script<>(calls(shape));
        Map<Integer, Script<HostThread>> threads = new TreeMap<>();
        threads.put(0, script);
        PspMachine machine = assemble(shape, threads);
        Handler handler = new Commands(shape.bounds()).handler(row.handles());
        HandlingWatch watch = new HandlingWatch(
                machine, assemble(shape, threads), handler);
        Model model = machine.model();
        Run run = new Run(model, watch).atMost(MOST_STEPS).withoutProperties();
        for (RunObserver observer : observers) {
            run.tell(observer);
        }
        return result(run.go(), script, model, handler, watch);
    }

    private static PspMachine assemble(
            PspShape shape, Map<Integer, Script<HostThread>> threads) {
        return PspMachine.assemble(shape, threads, PspMachine.usualDesign());
    }

    private RowResult result(RunResult run, Script<HostThread> script, Model model,
            Handler handler, HandlingWatch watch) {
        long[] end = model.frame().snapshot();
        String gave = model.layout().find(THREAD + ".result").orElseThrow().renderIn(end);
        Optional<String> given = script.explain(THREAD, model.layout(), end);
        if (given.isPresent()) {
            return new RowResult(row, ResultCell.NONE, "what is given fails: " + given.get());
        }
        if (run.end() != RunEnd.AT_REST) {
            return new RowResult(row, ResultCell.NONE,
                    "it came to no answer within " + MOST_STEPS + " steps");
        }
        return new RowResult(row, gave, gave.equals(row.gives())
                ? whetherForThatReason(handler, watch)
                : "must give " + row.gives() + " and gave " + gave);
    }

    private List<Call<HostThread>> calls(PspShape shape) {
        WrittenCall<HostThread> written = new WrittenCall<>(HostOperations.all(
                shape.bounds(), shape.faults(), PspMachine.usualDesign()));
        List<Call<HostThread>> calls = new ArrayList<>();
        for (String operation : givens.expand(row.given(), row.at())) {
            calls.add(written.succeeding(operation, row.at()));
        }
        calls.add(written.any(row.command(), row.at()));
        return calls;
    }

    private PspShape shape() {
        try {
            return PspShape.written(row.machine());
        } catch (IllegalArgumentException wrong) {
            throw row.at().wrong(wrong.getMessage());
        }
    }

    private String whetherForThatReason(Handler handler, HandlingWatch watch) {
        if (!row.checks().isEmpty() && MailboxCheck.of(row.checks().get(0)).isPresent()) {
            return watch.mailbox().whetherFirst(row.checks());
        }
        List<Refusal> named = new ArrayList<>();
        for (String check : row.checks()) {
            named.add(handler.refusals().stream().filter(known -> known.check().equals(check))
                    .findFirst().orElseThrow(() -> row.at().wrong(row.handles()
                            + " has no check '" + check + "'; it has " + checks(handler))));
        }
        for (Refusal refusal : named) {
            if (!watch.applied(refusal)) {
                return "gave " + row.gives() + ", but '" + refusal.check() + "' was not violated";
            }
        }
        return named.isEmpty() ? whetherDone(handler, watch)
                : whetherFirst(handler, watch, named.get(0));
    }

    /** Some checks end a command in success with nothing done. */
    private static String whetherDone(Handler handler, HandlingWatch watch) {
        return handler.refusals().stream()
                .filter(watch::applied).filter(watch::appliedAtFirst)
                .filter(refusal -> refusal.status() == Status.SUCCESS).findFirst()
                .map(refusal -> "gave SUCCESS, but for '" + refusal.check()
                        + "', which leaves nothing to do; name it as the row's check").orElse("");
    }

    private String whetherFirst(Handler handler, HandlingWatch watch, Refusal refusal) {
        List<Refusal> beside = handler.refusalsBeside(refusal);
        Refusal first = handler.refusals().stream().filter(watch::applied)
                .filter(other -> beside.contains(other) || watch.appliedAtFirst(other))
                .findFirst().orElseThrow();
        return first == refusal ? "" : "gave " + row.gives() + ", but for '" + first.check()
                + "', which is looked at before '" + refusal.check() + "'";
    }

    private static String checks(Handler handler) {
        return String.join(", ", handler.refusals().stream().map(Refusal::check).toList());
    }
}
