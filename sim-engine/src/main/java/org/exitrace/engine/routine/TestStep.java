package org.exitrace.engine.routine;

import java.util.function.Predicate;
import org.exitrace.engine.step.Actor;

/** A step at a label that looks (and may change what it looks at) and goes one of two ways. */
final class TestStep<R> extends ProgramStep {

    private final ProgramCounter counter;
    private final R region;
    private final Predicate<? super R> test;
    private final Jump yes;
    private final Jump no;
    private int yesPlace;
    private int noPlace;

    TestStep(
            Actor actor, String name, ProgramCounter counter, R region,
            Predicate<? super R> test, Jump yes, Jump no) {
        super(actor, name);
        this.counter = counter;
        this.region = region;
        this.test = test;
        this.yes = yes;
        this.no = no;
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    boolean isUnguarded() {
        return true;
    }

    @Override
    public void fire() {
        if (test.test(region)) {
            counter.go(yesPlace, yes);
        } else {
            counter.go(noPlace, no);
        }
    }

    @Override
    void settle() {
        yesPlace = yes.fixed();
        noPlace = no.fixed();
    }
}
