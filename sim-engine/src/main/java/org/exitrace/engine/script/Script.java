package org.exitrace.engine.script;

import java.util.List;
import java.util.Optional;
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
     * {@code script[actor]}, the program, and the property {@code script-<actor>}.
     */
    public ScriptedActor<R> runBy(ModelBuilder model, Actor actor, R region) {
        ScriptCells cells = new ScriptCells(
                model.region(ScriptCells.regionOf(actor.name())), this);
        ScriptedActor<R> scripted = new ScriptedActor<>(actor, this, cells);
        scripted.runs(model.program(actor, region, cells.at, routine(cells)));
        model.never(PROPERTY + actor.name(),
                actor.name() + ": an operation gives a result that it must not give",
                () -> cells.mismatch.get() != 0)
                .because("each operation gives the result that the script says it must give");
        return scripted;
    }

    /** Whether {@code property} is what a script promises of its own calls. */
    public static boolean isPropertyOf(Property property) {
        return property.id().startsWith(PROPERTY);
    }

    /** The same calls of the operations of that name in {@code operations}, a machine's own. */
    public Script<R> on(List<Operation<R>> operations) {
        return new Script<>(calls.stream().map(call -> call.on(operations.stream()
                .filter(own -> own.name().equals(call.operation().name()))
                .findFirst().orElseThrow())).toList());
    }

    private Routine<R> routine(ScriptCells cells) {
        return Routine.named(NAME, "", text -> {
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
        Call<R> call = calls.get(number - 1);
        return Optional.of(actor + " call " + number
                + (call.line() > 0 ? " (line " + call.line() + ")" : "") + ": " + call
                + " must give " + String.join(" or ", call.expected()) + " and gave "
                + (gave.equals(ResultCell.NONE) ? "nothing" : gave));
    }
}
