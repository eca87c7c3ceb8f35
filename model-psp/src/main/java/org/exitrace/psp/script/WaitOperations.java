package org.exitrace.psp.script;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.psp.host.HostThread;

/** How scripted threads wait for each other. */
final class WaitOperations {

    private WaitOperations() {
    }

    static List<Operation<HostThread>> all() {
        Parameter word = Parameter.number("word", 0, SharedWords.COUNT - 1L, "the word's number");
        return List.of(
                HostOperations.named("write", "makes a shared word 1").takes(word)
                        .does(given -> write(given.number("word"))),
                HostOperations.named("await", "waits until a shared word is 1").takes(word)
                        .does(given -> await(given.number("word"))));
    }

    private static Routine<HostThread> write(int word) {
        return Routine.named("host", "", code -> code
                .step("word " + word + " = 1", thread -> thread.words.set(word))
                .costs("driver.access"));
    }

    private static Routine<HostThread> await(int word) {
        return Routine.named("host", "", code -> code
                .await("word " + word + " is 1", thread -> thread.words.isSet(word))
                .costs("driver.access"));
    }
}
