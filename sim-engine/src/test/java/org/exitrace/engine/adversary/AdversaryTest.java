package org.exitrace.engine.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CountCell;
import org.junit.jupiter.api.Test;

class AdversaryTest {

    /** A lock of two bolts: the hostile party opens one at a time. */
    private static Model bolts(int budget) {
        ModelBuilder model = new ModelBuilder("bolts", Design.usual(List.of()));
        CountCell open = model.region("door").count("open", 3);
        model.on(model.actor("guard"), open).step("looks").when(bolts -> false)
                .then(bolts -> { });
        Adversary.declare(model, budget, List.of(new Misbehaviour("opens a bolt", "a test",
                () -> !open.is(3), () -> open.become(open.get() + 1))));
        model.never("opened", "two bolts are open", () -> open.get() >= 2);
        return model.build();
    }

    private static ExplorationResult search(int budget) {
        return new Exploration(bolts(budget)).go();
    }

    @Test
    void withoutABudgetThereIsNobodyHostile() {
        assertThat(bolts(0).actors()).extracting("name").containsExactly("guard");
        assertThat(search(0).states()).isOne();
    }

    @Test
    void oneMisbehaviourIsNotEnoughForTwoBolts() {
        assertThat(search(1).isClean()).isTrue();
        assertThat(search(1).isExhaustive()).isTrue();
        assertThat(search(1).states()).isEqualTo(2);
    }

    @Test
    void theCheapestAttackNamesEachOfItsMisbehaviours() {
        PropertyVerdict broken = search(2).broken().get(0);
        assertThat(broken.property().id()).isEqualTo("opened");
        assertThat(broken.witness().orElseThrow().once())
                .containsExactly("adversary opens a bolt", "adversary opens a bolt");
    }

    @Test
    void noMoreIsSpentThanThereIs() {
        assertThat(search(2).states()).isEqualTo(3);
        assertThat(search(3).states()).isEqualTo(4);
    }
}
