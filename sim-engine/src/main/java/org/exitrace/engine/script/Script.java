package org.exitrace.engine.script;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.StateLayout;
import org.exitrace.engine.step.Actor;

/**
 * What a scripted actor does: one call after the other, ending at the first whose result is wrong.
 *
 * @param calls in order
 * @param <R> the region that the operations speak of
 */
public record Script<R>(List<Call<R>> calls) {

    /** The routine name that the script's own label bears. */
    public static final String NAME = "script";

    /** What the id of each script's property begins with; the actor's name follows. */
    private static final String PROPERTY = "script-";

    /** Copies the list. */
    public Script {
        calls = List.copyOf(calls);
    }

    /**
     * Lets {@code actor} run this script on {@code region}. Declares the region
     * {@code script[actor]}, the program, and the property {@code script-<actor>}: no result is
     * wrong. A script that expects any promises two things more, since an operation that never
     * returns gives no wrong result: {@code script-<actor>-returns}, that each expected result was
     * given once nobody can step, and {@code script-<actor>-through}, that some schedule gets
     * behind the last, also where the model never comes to rest.
     */
    public ScriptedActor<R> runBy(ModelBuilder model, Actor actor, R region) {
        return runBy(model, actor, region, Routine.named(NAME, "", text -> { }));
    }

    /** The same for an actor that does {@code before} until its first call. */
    public ScriptedActor<R> runBy(
            ModelBuilder model, Actor actor, R region, Routine<R> before) {
        ScriptCells cells = new ScriptCells(
                model.region(ScriptCells.regionOf(actor.name())), this);
        ScriptedActor<R> scripted = new ScriptedActor<>(actor, this, cells);
        scripted.runs(model.program(actor, region, cells.at, routine(cells, before)));
        model.never(PROPERTY + actor.name(),
                actor.name() + ": an operation gives a result that it must not give",
                () -> cells.mismatch.get() != 0)
                .because("each operation gives the result that the script says it must give");
        if (lastExpecting() > 0) {
            promiseToReturn(model, actor.name(), cells);
        }
        return scripted;
    }

    private void promiseToReturn(ModelBuilder model, String actor, ScriptCells cells) {
        int last = lastExpecting();
        BooleanSupplier answered =
                () -> cells.call.get() > last || cells.mismatch.get() != 0;
        model.atRest(PROPERTY + actor + "-returns",
                actor + ": each operation that must give a result has returned", answered)
                .because("one that never returns does not give what the script says it must give");
        model.reachable(PROPERTY + actor + "-through",
                actor + ": its script gets through its last expected result", answered)
                .because("a conversation that never gets there shows nothing");
    }

    /** Number of the last call that expects something, from 1; 0 if none does. */
    private int lastExpecting() {
        int last = calls.size();
        while (last > 0 && calls.get(last - 1).expected().isEmpty()) {
            last--;
        }
        return last;
    }

    /** Whether {@code property} is one that a script promises of its own calls. */
    public static boolean isPropertyOf(Property property) {
        return property.id().startsWith(PROPERTY);
    }

    /** The same calls, each of whose results is right. */
    public Script<R> expectingNothing() {
        return new Script<>(calls.stream().map(call -> new Call<>(
                call.operation(), call.arguments(), List.of(), call.line())).toList());
    }

    /** The same calls of the operations of that name in {@code operations}, a machine's own. */
    public Script<R> on(List<Operation<R>> operations) {
        return new Script<>(calls.stream().map(call -> call.on(operations.stream()
                .filter(own -> own.name().equals(call.operation().name()))
                .findFirst().orElseThrow())).toList());
    }

    private Routine<R> routine(ScriptCells cells, Routine<R> before) {
        return Routine.named(NAME, "", text -> {
            text.call(before).local(region -> cells.call.become(1));
            for (int i = 0; i < calls.size(); i++) {
                write(text, calls.get(i), i + 1, cells);
            }
        });
    }

    /** Comparing joins the operation's last step: it reads nothing but the actor's own cells. */
    private static <R> void write(Block<R> text, Call<R> call, int number, ScriptCells cells) {
        Operation<R> operation = call.operation();
        Consumer<R> clear = operation::clearResult;
        text.local(clear).call(operation.routine(call.arguments()));
        if (!call.expected().isEmpty()) {
            text.when(region -> !call.accepts(operation.result(region)), wrong -> wrong
                    .local(region -> cells.wrong(number, operation.result(region))).done());
        }
        text.local(region -> cells.call.become(number + 1));
    }

    /**
     * Which call of {@code actor}, which runs this script, gave what instead of what.
     *
     * @param layout of the model
     * @param words a state of the model
     * @return empty while each result was right, and where the model has no such script
     */
    public Optional<String> explain(String actor, StateLayout layout, long[] words) {
        String region = ScriptCells.regionOf(actor) + ".";
        Optional<Cell> mismatch = layout.find(region + ScriptCells.MISMATCH);
        Optional<Cell> gave = layout.find(region + ScriptCells.GAVE);
        return mismatch.isEmpty() || gave.isEmpty() ? Optional.empty()
                : explain(actor, Integer.parseInt(mismatch.get().renderIn(words)),
                        gave.get().renderIn(words));
    }

    Optional<String> explain(String actor, int number, String gave) {
        if (number == 0) {
            return Optional.empty();
        }
        return Optional.of(told(actor, number) + mustGive(number) + " gave "
                + (gave.equals(ResultCell.NONE) ? "nothing" : gave));
    }

    /**
     * In which call {@code actor}, which runs this script, stands before its last expected result.
     * Where nobody can step, that call never returns.
     *
     * @param layout of the model
     * @param words a state of the model
     * @param fate what became of the call, such as {@code never returns}
     * @return empty once each expected result was given, or one was wrong, and where the model has
     *     no such script, or the script expects nothing
     */
    public Optional<String> openCall(
            String actor, StateLayout layout, long[] words, String fate) {
        String region = ScriptCells.regionOf(actor) + ".";
        Optional<Cell> cell = layout.find(region + ScriptCells.CALL);
        if (cell.isEmpty() || lastExpecting() == 0 || explain(actor, layout, words).isPresent()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(cell.get().renderIn(words));
        return number > lastExpecting() ? Optional.empty()
                : Optional.of((number == 0 ? actor + ": what it does before its first call"
                        : told(actor, number) + mustGive(number)) + " " + fate);
    }

    private String told(String actor, int number) {
        Call<R> call = calls.get(number - 1);
        return actor + " call " + number
                + (call.line() > 0 ? " (line " + call.line() + ")" : "") + ": " + call;
    }

    private String mustGive(int number) {
        List<String> expected = calls.get(number - 1).expected();
        return expected.isEmpty() ? "" : " must give " + String.join(" or ", expected) + " and";
    }
}
