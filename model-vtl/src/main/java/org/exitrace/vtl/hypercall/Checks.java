package org.exitrace.vtl.hypercall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.spec.HvStatus;

/**
 * All checks of a call, in the order in which implementations do them. By the published text all
 * that apply count, since which of several errors is told is not architected; an implementation
 * tells the first.
 *
 * <p>Source: docs/vtl.md a.7, b.3, I-50.
 *
 * @param <I> the input of the call
 * @param <A> what an answer is
 */
public final class Checks<I, A extends Enum<A>> {

    private final String call;
    private final List<Check<I, A>> all = new ArrayList<>();

    /** Of {@code call}, none yet. */
    Checks(String call) {
        this.call = call;
    }

    /** The same with one more, behind the others. */
    Checks<I, A> check(String name, String sentence, Answers<A> answers,
            BiPredicate<CallerView, I> applies) {
        if (all.stream().anyMatch(known -> known.name().equals(name))) {
            throw new IllegalArgumentException(call + " has a check '" + name + "' already");
        }
        all.add(new Check<>(name, sentence, answers, applies));
        return this;
    }

    /** The call that does them. */
    public String call() {
        return call;
    }

    /** All of them, in order. */
    public List<Check<I, A>> all() {
        return List.copyOf(all);
    }

    /** What becomes of {@code input} when {@code caller} brings it. */
    public Decision<A> decide(CallerView caller, I input) {
        StatusDialect dialect = caller.dialect();
        for (int i = 0; i < all.size(); i++) {
            if (finds(all.get(i), caller, input)) {
                return dialect == StatusDialect.TLFS ? allFrom(i, caller, input)
                        : new Decision<>(List.of(all.get(i).name()),
                                all.get(i).answers().in(dialect));
            }
        }
        return new Decision<A>(List.of(), Collections.emptySet());
    }

    private boolean finds(Check<I, A> check, CallerView caller, I input) {
        return check.answers().isAskedBy(caller.dialect()) && !caller.forgets(check.name())
                && check.applies().test(caller, input);
    }

    private Decision<A> allFrom(int first, CallerView caller, I input) {
        List<String> violated = new ArrayList<>();
        List<Set<A>> answers = new ArrayList<>();
        for (Check<I, A> check : all.subList(first, all.size())) {
            if (finds(check, caller, input)) {
                violated.add(check.name());
                answers.add(check.answers().in(caller.dialect()));
            }
        }
        return new Decision<>(List.copyOf(violated), union(answers));
    }

    /** Any of them; but to ignore the call is admitted only if all admit it. */
    private static <A extends Enum<A>> Set<A> union(List<Set<A>> answers) {
        Set<A> all = new TreeSet<>();
        answers.forEach(all::addAll);
        all.removeIf(answer -> answer == HvStatus.SUCCESS
                && !answers.stream().allMatch(each -> each.contains(answer)));
        return all;
    }
}
