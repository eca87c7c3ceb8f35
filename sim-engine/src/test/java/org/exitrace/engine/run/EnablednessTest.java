package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.Net;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;

/** What a run remembers has to be what asking everybody would give. */
class EnablednessTest {

    @Property(tries = 200)
    void whatIsRememberedIsWhatAskingEverybodyGives(@ForAll long net, @ForAll long seed) {
        checkEachStep(Net.of(net), seed);
    }

    @Test
    void itHoldsForHundredsOfPrograms() {
        checkEachStep(Crowd.of(150), 1);
    }

    @Property(tries = 200)
    void propertiesBreakWhereLookingEveryTimeWouldFindThem(@ForAll long net, @ForAll long seed) {
        Model model = Net.of(net);
        Map<String, Long> broken = new LinkedHashMap<>();
        Set<String> reached = new LinkedHashSet<>();
        RunObserver everyTime = new RunObserver() {
            @Override
            public void begins(Model started) {
                look(0);
            }

            @Override
            public void stepped(Step step, long number, long atNs) {
                look(number);
            }

            private void look(long number) {
                for (var property : model.properties()) {
                    if (property.isBrokenHere()) {
                        broken.putIfAbsent(property.id(), number);
                    }
                    if (property.kind() == PropertyKind.REACHABLE && property.conditionHolds()) {
                        reached.add(property.id());
                    }
                }
            }
        };
        RunResult result = new Run(model, new RandomChoice(seed)).tell(everyTime)
                .goOnWhenBroken().atMost(60).go();
        Map<String, Long> seen = new LinkedHashMap<>();
        result.broken().forEach((property, number) -> seen.put(property.id(), number));
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(broken);
        assertThat(result.reached()).extracting(org.exitrace.engine.property.Property::id)
                .containsExactlyInAnyOrderElementsOf(reached);
    }

    @Test
    void aPlaceBeyondTheEndIsRefused() {
        Scheduler greedy = enabled -> enabled.get(enabled.size());
        assertThatThrownBy(() -> new Run(Crowd.of(2), greedy).go())
                .isInstanceOf(IndexOutOfBoundsException.class).hasMessage("2 of 2");
    }

    @Test
    void aStepIsFoundByFullName() {
        Scheduler finder = enabled -> {
            assertThat(enabled.find("guest1 visit: strolls").actor().name()).isEqualTo("guest1");
            assertThat(enabled.find("guest1 visit: comes out")).isNull();
            return null;
        };
        new Run(Crowd.of(2), finder).go();
    }

    private static void checkEachStep(Model model, long seed) {
        RandomChoice random = new RandomChoice(seed);
        Step[] all = model.stepBuffer();
        Set<Step> told = new LinkedHashSet<>();
        new Run(model, new Scheduler() {
            @Override
            public Step next(Enabled enabled) {
                int count = model.enabled(all);
                assertThat(enabled.size()).isEqualTo(count);
                for (int i = 0; i < count; i++) {
                    assertThat(enabled.get(i)).isSameAs(all[i]);
                    assertThat(told).contains(all[i]);
                }
                assertThat(told).hasSize(count);
                return random.next(enabled);
            }

            @Override
            public void becameEnabled(Step step) {
                assertThat(told.add(step)).isTrue();
            }

            @Override
            public void becameDisabled(Step step) {
                assertThat(told.remove(step)).isTrue();
            }
        }).goOnWhenBroken().atMost(60).go();
    }
}
