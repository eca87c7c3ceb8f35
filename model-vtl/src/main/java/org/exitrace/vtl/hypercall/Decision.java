package org.exitrace.vtl.hypercall;

import java.util.List;
import java.util.Set;

/**
 * What becomes of a call. Where nothing is violated it succeeds. Else it has no effect, and its
 * answer is one of those admitted; SUCCESS among them says that it may be ignored in silence.
 *
 * @param violated the names of the checks that found something, in order; of a dialect that stops
 *     at the first, that one alone
 * @param answers what may be answered; empty if nothing is violated
 * @param <A> what an answer is
 */
public record Decision<A extends Enum<A>>(List<String> violated, Set<A> answers) {

    /** Whether it has no effect. */
    public boolean isRefused() {
        return !violated.isEmpty();
    }

    /** The first answer that is admitted. */
    public A answer() {
        return answers.iterator().next();
    }
}
