package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/** Both orders, both widths and a plain search of whole states agree on models drawn by chance. */
class SearchAgreementTest {

    @Property(tries = 300)
    void breadthFirstCountsAndShortestSchedulesAreThoseOfAPlainSearch(@ForAll long seed) {
        RandomModel.Plain plain = RandomModel.search(RandomModel.of(seed));
        ExplorationResult result = new Exploration(RandomModel.of(seed)).checked().go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
        assertThat(result.states()).isEqualTo(plain.states);
        assertThat(result.transitions()).isEqualTo(plain.transitions);
        assertThat(result.depth()).isEqualTo(plain.depth);
        assertThat(levelOf(result.verdict("bad"))).isEqualTo(plain.bad);
        assertThat(levelOf(result.verdict("each"))).isEqualTo(plain.each);
        assertThat(levelOf(result.verdict("good"))).isEqualTo(plain.good);
        assertThat(levelOf(result.verdict("rested"))).isEqualTo(plain.rested);
        assertThat(result.fired().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(result.transitions() - 1);
    }

    @Property(tries = 200)
    void depthFirstSeesTheSameStates(@ForAll long seed) {
        ExplorationResult broad = new Exploration(RandomModel.of(seed)).go();
        ExplorationResult deep = new Exploration(RandomModel.of(seed))
                .order(SearchOrder.DEPTH_FIRST).wideFingerprints().checked().go();

        assertThat(deep.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
        assertThat(deep.states()).isEqualTo(broad.states());
        assertThat(deep.transitions()).isEqualTo(broad.transitions());
        assertThat(deep.statesAtRest()).isEqualTo(broad.statesAtRest());
        assertThat(deep.fired()).isEqualTo(broad.fired());
        for (PropertyVerdict verdict : broad.properties()) {
            String id = verdict.property().id();
            assertThat(deep.verdict(id).outcome()).isEqualTo(verdict.outcome());
        }
    }

    @Property(tries = 200)
    void everyScheduleThatIsToldCanBeTakenAndShowsWhatItSays(@ForAll long seed) {
        for (SearchOrder order : SearchOrder.values()) {
            Model model = RandomModel.of(seed);
            ExplorationResult result = new Exploration(model).order(order).go();
            for (PropertyVerdict verdict : result.properties()) {
                verdict.witness().ifPresent(witness -> {
                    take(model, witness);
                    boolean holds = model.property(verdict.property().id()).orElseThrow()
                            .conditionHolds();
                    assertThat(holds).isEqualTo(!verdict.property().id().equals("rested"));
                });
            }
        }
    }

    @Property(tries = 50)
    void twoSearchesGiveEqualResults(@ForAll long seed) {
        for (SearchOrder order : SearchOrder.values()) {
            assertThat(told(seed, order)).isEqualTo(told(seed, order));
        }
    }

    private static String told(long seed, SearchOrder order) {
        ExplorationResult result = new Exploration(RandomModel.of(seed)).order(order).go();
        return result.toString().replaceAll("property=[^,]*@[0-9a-f]+", "");
    }

    private static int levelOf(PropertyVerdict verdict) {
        return verdict.witness().map(witness -> witness.steps().size() + 1).orElse(0);
    }

    /** Takes the steps by name; a name that is not enabled fails. */
    static void take(Model model, Witness witness) {
        model.reset();
        Step[] enabled = model.stepBuffer();
        for (String name : witness.once()) {
            Step found = null;
            int count = model.enabled(enabled);
            for (int i = 0; i < count; i++) {
                found = enabled[i].fullName().equals(name) ? enabled[i] : found;
            }
            assertThat(found).as(name).isNotNull();
            found.fire();
        }
    }
}
