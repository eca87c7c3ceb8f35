package org.exitrace.kvm.vmgexit;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;

/**
 * All exits of one form, each with the group that handles it: the first that does.
 *
 * @param <E> what tells exits apart
 */
final class ExitGroups<E extends Enum<E>> {

    private final String source;
    private final List<E> all;
    private final List<ExitGroup<E>> groups;
    private final BiPredicate<SevEsState, E> asksFor;

    /**
     * Exits of those values.
     *
     * @param source where the dispatch was read
     * @param asksFor whether the exit at hand is that one
     */
    ExitGroups(String source, List<E> all, List<ExitGroup<E>> groups,
            BiPredicate<SevEsState, E> asksFor) {
        this.source = source;
        this.all = List.copyOf(all);
        this.groups = List.copyOf(groups);
        this.asksFor = asksFor;
    }

    /** Handles the exit at hand; {@code unknown} is what is done where no group handles it. */
    void begin(Block<SevEsState> code, Consumer<Block<SevEsState>> unknown) {
        for (E exit : all) {
            groups.stream().filter(group -> group.handles().contains(exit)).findFirst()
                    .ifPresent(group -> code.when(state -> asksFor.test(state, exit),
                            one -> one.call(Routine.named(exit.name(), source,
                                    text -> group.begin(text, exit))).done()));
        }
        unknown.accept(code);
    }

    /** Goes on with the exit at hand, which user space has answered. */
    void complete(Block<SevEsState> code) {
        for (E exit : all) {
            groups.stream().filter(group -> group.handles().contains(exit)).findFirst()
                    .ifPresent(group -> code.when(state -> asksFor.test(state, exit),
                            one -> one.call(Routine.named("complete_userspace_io", source,
                                    text -> group.complete(text, exit))).done()));
        }
    }
}
