package org.exitrace.kvm.migration.script;

import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;

/** How scripted actors wait for each other; it stands for what no message of the model says. */
final class Waiting {

    private Waiting() {
    }

    static <R> List<Operation<R>> operations(
            Function<R, SharedWords> words, Function<R, ResultCell> result) {
        Parameter word = Parameter.number("word", 0, SharedWords.COUNT - 1L, "the word's number");
        return List.of(
                Operation.<R>named("write", "makes a shared word 1", result).takes(word)
                        .does(given -> write(words, given.number("word"))),
                Operation.<R>named("await", "waits until a shared word is 1", result).takes(word)
                        .does(given -> await(words, given.number("word"))));
    }

    private static <R> Routine<R> write(Function<R, SharedWords> words, int word) {
        return Routine.named("script", "", code -> code
                .step("word " + word + " = 1", actor -> words.apply(actor).set(word))
                .costs("guest.instruction"));
    }

    private static <R> Routine<R> await(Function<R, SharedWords> words, int word) {
        return Routine.named("script", "", code -> code
                .await("word " + word + " is 1", actor -> words.apply(actor).isSet(word))
                .costs("guest.instruction"));
    }
}
