package org.exitrace.vtl.hypercall;

import java.util.function.BiPredicate;

/**
 * One thing that is looked at before a hypercall does anything.
 *
 * @param name short, unique in its call; conformance tables and docs/vtl.md b.3 name it
 * @param sentence what is wrong, as a person reads it
 * @param answers what each dialect says then
 * @param applies whether it is so
 * @param <I> the input of the call
 * @param <A> what an answer is
 */
public record Check<I, A extends Enum<A>>(String name, String sentence, Answers<A> answers,
        BiPredicate<CallerView, I> applies) {
}
