package org.exitrace.engine.script;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;

/**
 * Something that a scripted actor can do: an ioctl, an instruction, a message. It is told which
 * arguments it takes and which results are possible, and gives the routine for some arguments.
 *
 * <p>The routine leaves its result in a {@link ResultCell} of the actor's own.
 *
 * @param name as the modelled interface spells it, such as {@code KVM_SET_MP_STATE}
 * @param meaning what it does, in one sentence
 * @param source where the behaviour was read
 * @param parameters what it takes
 * @param results the words that it can give; empty when it gives none
 * @param limit those of them that it can give with given arguments
 * @param cell where the actor keeps the result
 * @param code the routine for given arguments
 * @param <R> the region that the routine speaks of
 */
public record Operation<R>(
        String name, String meaning, String source, List<Parameter> parameters,
        List<String> results, BiPredicate<Arguments, String> limit,
        Function<? super R, ResultCell> cell, Function<Arguments, Routine<R>> code) {

    /** Copies the lists. */
    public Operation {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** Begins an operation without parameters and results; {@link Text#does} ends it. */
    public static <R> Text<R> named(
            String name, String meaning, Function<? super R, ResultCell> cell) {
        return new Text<>(name, meaning, "", List.of(), List.of(), cell);
    }

    /** The same, which with some arguments gives only words that {@code possible} lets through. */
    public Operation<R> limitedTo(BiPredicate<Arguments, String> possible) {
        return new Operation<>(name, meaning, source, parameters, results, possible, cell, code);
    }

    /** The words that it can give with {@code arguments}. */
    public List<String> results(Arguments arguments) {
        return results.stream().filter(word -> limit.test(arguments, word)).toList();
    }

    /** The routine that does it with {@code arguments}. */
    public Routine<R> routine(Arguments arguments) {
        return code.apply(arguments);
    }

    /** What it gave, read when its routine has ended; {@link ResultCell#NONE} for nothing. */
    public String result(R region) {
        return cell.apply(region).get();
    }

    /** Forgets what the actor's operation before it gave. */
    public void clearResult(R region) {
        cell.apply(region).clear();
    }

    /**
     * An operation while it is written.
     *
     * @param name as the modelled interface spells it
     * @param meaning what it does, in one sentence
     * @param source where the behaviour was read
     * @param parameters what it takes
     * @param results the words that it can give
     * @param cell where the actor keeps the result
     * @param <R> the region that the routine speaks of
     */
    public record Text<R>(
            String name, String meaning, String source, List<Parameter> parameters,
            List<String> results, Function<? super R, ResultCell> cell) {

        /** Where the behaviour was read. */
        public Text<R> from(String readIn) {
            return new Text<>(name, meaning, readIn, parameters, results, cell);
        }

        /** What it takes. */
        public Text<R> takes(Parameter... taken) {
            return new Text<>(name, meaning, source, List.of(taken), results, cell);
        }

        /** The words that it can give. */
        public Text<R> gives(String... words) {
            return new Text<>(name, meaning, source, parameters, List.of(words), cell);
        }

        /** The same routine, whatever the arguments. */
        public Operation<R> does(Routine<R> routine) {
            return does(arguments -> routine);
        }

        /** The routine for given arguments. */
        public Operation<R> does(Function<Arguments, Routine<R>> code) {
            return new Operation<>(name, meaning, source, parameters, results,
                    (arguments, word) -> true, cell, code);
        }
    }
}
