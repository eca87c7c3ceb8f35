package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.spec.HvStatus;

/**
 * A hypercall as scripts write it.
 *
 * @param name as scripts write it
 * @param meaning what it does, in one sentence
 * @param results what it can give
 * @param takes its arguments
 * @param makes the call with given arguments
 */
record CallOffer(String name, String meaning, List<String> results, List<Parameter> takes,
        Function<Arguments, HvCall> makes) {

    /** A call that gives a status and nothing else. */
    static CallOffer of(String name, String meaning, List<Parameter> takes,
            Function<Arguments, HvCall> makes) {
        return new CallOffer(name, meaning, statuses(), takes, makes);
    }

    static List<String> statuses() {
        List<String> words = new ArrayList<>();
        for (HvStatus status : HvStatus.values()) {
            words.add(status.name());
        }
        return words;
    }
}
