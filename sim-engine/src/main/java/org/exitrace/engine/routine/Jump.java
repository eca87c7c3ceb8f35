package org.exitrace.engine.routine;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Where a program goes next. Resolving may read and write the actor's own cells, as part of the
 * step that jumps; it never touches what is shared.
 */
abstract class Jump {

    /** Program counter of a program that has ended. */
    static final int ENDED = 0;

    /** The place to go on from now. */
    abstract int resolve();

    /** The place, where it never varies; -1 otherwise. */
    int fixed() {
        return -1;
    }

    static Jump to(int place) {
        return new Jump() {
            @Override
            int resolve() {
                return place;
            }

            @Override
            int fixed() {
                return place;
            }
        };
    }

    static <R> Jump doing(Consumer<? super R> local, R region, Jump next) {
        return new Jump() {
            @Override
            int resolve() {
                local.accept(region);
                return next.resolve();
            }
        };
    }

    static <R> Jump deciding(Predicate<? super R> test, R region, Jump yes, Jump no) {
        return new Jump() {
            @Override
            int resolve() {
                return test.test(region) ? yes.resolve() : no.resolve();
            }
        };
    }

    static <R> Jump selecting(ToIntFunction<? super R> selector, R region, Jump[] ways) {
        return new Jump() {
            @Override
            int resolve() {
                return ways[selector.applyAsInt(region)].resolve();
            }
        };
    }

    /** A jump whose goal is known only after what stands before it was linked. */
    static final class Later extends Jump {

        private Jump goal;

        void become(Jump target) {
            goal = target;
        }

        @Override
        int resolve() {
            return goal.resolve();
        }

        @Override
        int fixed() {
            return goal == null || goal == this ? -1 : goal.fixed();
        }
    }
}
