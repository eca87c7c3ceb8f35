package org.exitrace.engine.script;

import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;

/** How scripted actors wait for each other; it stands for what no message of a model says. */
public final class WordOperations {

    private WordOperations() {
    }

    /**
     * {@code write} and {@code await}, for actors that keep the words and their results there.
     *
     * @param routine the name of the routine to which the steps belong
     * @param cost the key of the time that each of them takes
     */
    public static <R> List<Operation<R>> of(String routine, String cost,
            Function<R, SharedWords> words, Function<R, ResultCell> result) {
        return of(routine, cost, words, result, false);
    }

    /** The same for actors that are not stuck where nobody runs them any more. */
    public static <R> List<Operation<R>> ofWhoIsRun(String routine, String cost,
            Function<R, SharedWords> words, Function<R, ResultCell> result) {
        return of(routine, cost, words, result, true);
    }

    private static <R> List<Operation<R>> of(String routine, String cost,
            Function<R, SharedWords> words, Function<R, ResultCell> result, boolean isRun) {
        Parameter word = Parameter.number("word", 0, SharedWords.COUNT - 1L, "the word's number");
        return List.of(
                Operation.<R>named("write", "makes a shared word 1", result).takes(word)
                        .does(given -> write(
                                routine, cost, words, given.number("word"), isRun)),
                Operation.<R>named("await", "waits until a shared word is 1", result).takes(word)
                        .does(given -> await(routine, cost, words, given.number("word"))));
    }

    private static <R> Routine<R> write(String routine, String cost,
            Function<R, SharedWords> words, int word, boolean isRun) {
        return Routine.named(routine, "", code -> code
                .step("word " + word + " = 1", actor -> words.apply(actor).set(word))
                .costs(cost).given(isRun, unrun -> unrun.mayRest()));
    }

    private static <R> Routine<R> await(
            String routine, String cost, Function<R, SharedWords> words, int word) {
        return Routine.named(routine, "", code -> code
                .await("word " + word + " is 1", actor -> words.apply(actor).isSet(word))
                .costs(cost));
    }
}
