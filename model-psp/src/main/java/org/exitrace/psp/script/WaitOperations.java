package org.exitrace.psp.script;

import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;

/** How scripted threads wait for each other. */
final class WaitOperations {

    private WaitOperations() {
    }

    /** For actors that keep the words and their results there. */
    static <R> List<Operation<R>> all(
            Function<R, SharedWords> words, Function<R, ResultCell> result) {
        Parameter word = Parameter.number("word", 0, SharedWords.COUNT - 1L, "the word's number");
        return List.of(
                Operation.<R>named("write", "makes a shared word 1", result).takes(word)
                        .does(given -> write(words, given.number("word"))),
                Operation.<R>named("await", "waits until a shared word is 1", result).takes(word)
                        .does(given -> await(words, given.number("word"))));
    }

    private static <R> Routine<R> write(Function<R, SharedWords> words, int word) {
        return Routine.named("host", "", code -> code
                .step("word " + word + " = 1", thread -> words.apply(thread).set(word))
                .costs("driver.access"));
    }

    private static <R> Routine<R> await(Function<R, SharedWords> words, int word) {
        return Routine.named("host", "", code -> code
                .await("word " + word + " is 1", thread -> words.apply(thread).isSet(word))
                .costs("driver.access"));
    }
}
