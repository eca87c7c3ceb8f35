package org.exitrace.engine.adversary;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.model.Steps;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/**
 * The hostile party. Each misbehaviour is a step of the actor {@link #ACTOR} and takes one from the
 * budget; when and whether he takes one is a choice like any other. A search of budgets 0, 1, 2 and
 * so on finds the cheapest way to break a property: what less than that can do was seen before.
 */
public final class Adversary extends Region {

    /** His name among the actors. */
    public static final String ACTOR = "adversary";
    /** Largest budget. */
    public static final int MOST = 8;

    private final CountCell spent;
    private final int budget;

    private Adversary(CellScope scope, int budget) {
        super(scope);
        this.budget = budget;
        this.spent = cells().count("spent", budget);
    }

    /**
     * Lets him act in {@code model}.
     *
     * @param budget how many misbehaviours he can afford, 0 for none: then nothing is declared
     * @param misbehaviours what he can do; one name each
     */
    public static void declare(
            ModelBuilder model, int budget, List<Misbehaviour> misbehaviours) {
        if (budget == 0) {
            return;
        }
        Adversary adversary = new Adversary(model.region(ACTOR), budget);
        Steps<Adversary> steps = model.on(model.actor(ACTOR), adversary);
        for (Misbehaviour one : misbehaviours) {
            steps.step(one.name()).from(one.source())
                    .when(self -> self.canAfford() && one.possible().getAsBoolean())
                    .then(self -> self.commit(one));
        }
    }

    private boolean canAfford() {
        return spent.get() < budget;
    }

    private void commit(Misbehaviour one) {
        spent.increment();
        one.effect().run();
    }
}
