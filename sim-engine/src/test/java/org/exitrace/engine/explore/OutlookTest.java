package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookTest {

    /** The wake-up is lost by a kick between the look and the park, and by nothing else. */
    @Test
    void tellsWhereAWakeUpCanBeLostAndWhichStepSealsIt() {
        Model model = LostWakeUp.broken();
        Outlook outlook = outlook(model, model.property(Property.DEADLOCK).orElseThrow());
        model.reset();
        assertThat(fate(outlook, model)).isEqualTo(Fate.OPEN);
        assertThat(vulnerable(outlook, model)).isFalse();
        take(model, "sleeper sleep: looks for work");
        assertThat(fate(outlook, model)).isEqualTo(Fate.OPEN);
        take(model, "waker wake: posts work");
        assertThat(vulnerable(outlook, model)).as("the kick seals it").isTrue();
        assertThat(outlook.waysOut(0, outlook.state(model.fingerprint()), model.steps()))
                .extracting(Step::fullName).containsExactly("sleeper sleep: parks");
        long[] window = model.frame().snapshot();
        take(model, "sleeper sleep: parks");
        assertThat(fate(outlook, model)).isEqualTo(Fate.SAFE);
        model.frame().load(window, 0);
        take(model, "waker wake: kicks");
        assertThat(fate(outlook, model)).as("before anything broke").isEqualTo(Fate.LOST);
        assertThat(vulnerable(outlook, model)).isFalse();
    }

    @Test
    void isSafeFromTheFirstStateOnWhereTheRaceIsRepaired() {
        Model model = LostWakeUp.repaired();
        Outlook outlook = outlook(model, model.property(Property.DEADLOCK).orElseThrow());
        model.reset();
        assertThat(fate(outlook, model)).isEqualTo(Fate.SAFE);
        assertThat(model.frame().snapshot()).isEqualTo(model.firstState());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithASearchFromEachStateByItself(long seed) {
        Model model = RandomModel.of(seed);
        for (Property property : model.properties()) {
            if (Outlook.tells(property)) {
                agrees(model, property);
            }
        }
    }

    /** From where a step leads closer, and nowhere by more than one; 0 is broken, or nothing is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsTheLeastStepsToWhereItBreaks(long seed) {
        Model model = RandomModel.of(seed);
        for (Property property : model.properties()) {
            if (Outlook.tells(property)) {
                counts(outlook(model, property), WalkedGraph.of(model, property));
            }
        }
    }

    private static void counts(Outlook outlook, WalkedGraph graph) {
        int[] steps = outlook.stepsToBreak(0);
        for (int state = 0; state < graph.states(); state++) {
            BitSet seen = new BitSet();
            seen.set(state);
            int taken = 0;
            boolean grows = true;
            while (!seen.intersects(graph.broken()) && grows) {
                int before = seen.cardinality();
                seen.stream().boxed().toList().forEach(each -> seen.or(graph.next(each)));
                grows = seen.cardinality() > before;
                taken++;
            }
            assertThat(steps[outlook.state(graph.fingerprint(state))]).isEqualTo(
                    seen.intersects(graph.broken()) ? taken : Outlook.NOWHERE);
        }
    }

    private static void agrees(Model model, Property property) {
        Outlook outlook = outlook(model, property);
        WalkedGraph graph = WalkedGraph.of(model, property);
        assertThat(outlook.states()).isEqualTo(graph.states());
        BitSet safe = new BitSet();
        for (int state = 0; state < graph.states(); state++) {
            safe.set(state, !graph.reachable(state, false).intersects(graph.broken()));
        }
        for (int state = 0; state < graph.states(); state++) {
            boolean hope = graph.reachable(state, true).intersects(safe);
            assertThat(outlook.fate(0, outlook.state(graph.fingerprint(state)))).isEqualTo(
                    !hope ? Fate.LOST : safe.get(state) ? Fate.SAFE : Fate.OPEN);
        }
    }

    @Test
    void tellsNothingWhereThereAreMoreStatesThanItMayLookAt() {
        Model model = Crowd.of(3);
        Property crowded = model.property("crowded").orElseThrow();
        model.reset();
        long states = Outlook.of(model, List.of(crowded), 1_000_000, () -> false)
                .orElseThrow().states();
        assertThat(Outlook.of(model, List.of(crowded), states, () -> false)).isPresent();
        assertThat(Outlook.of(model, List.of(crowded), states - 1, () -> false)).isEmpty();
        assertThat(Outlook.of(model, List.of(crowded), states, () -> true)).isEmpty();
    }

    /** Posted work is owed until it is served: nothing pays behind a kick that came too early. */
    @Test
    void tellsWhereWhatIsOwedCanNotBePaidAnyMore() {
        Model model = LostWakeUp.broken();
        Outlook outlook = outlook(model, model.property("served").orElseThrow());
        model.reset();
        int place = outlook.place(0, -1, outlook.state(model.fingerprint()));
        List<Fate> fates = new ArrayList<>(List.of(outlook.fate(0, place)));
        for (String step : List.of("sleeper sleep: looks for work", "waker wake: posts work",
                "waker wake: kicks")) {
            take(model, step);
            assertThat(outlook.isVulnerable(0, place)).isEqualTo(step.endsWith("kicks"));
            place = outlook.place(0, place, outlook.state(model.fingerprint()));
            fates.add(outlook.fate(0, place));
        }
        assertThat(fates).containsExactly(Fate.OPEN, Fate.OPEN, Fate.OPEN, Fate.LOST);
        Model repaired = LostWakeUp.repaired();
        Outlook safe = outlook(repaired, repaired.property("served").orElseThrow());
        repaired.reset();
        assertThat(safe.fate(0, safe.place(0, -1, safe.state(repaired.fingerprint()))))
                .isEqualTo(Fate.SAFE);
    }

    @Test
    void refusesWhatIsOnlyToBeReachedAndAStateThatItDoesNotKnow() {
        Model model = LostWakeUp.broken();
        Property once = Property.of(PropertyKind.REACHABLE, "once", "it is reached", () -> true);
        assertThatThrownBy(() -> Outlook.of(model, List.of(once), 100, () -> false))
                .hasMessageContaining("'once' is reachable, which says nothing of a way by itself");
        Outlook outlook = outlook(model, model.property(Property.DEADLOCK).orElseThrow());
        assertThatThrownBy(() -> outlook.state(12345)).hasMessageContaining("fingerprint 3039");
    }

    private static Outlook outlook(Model model, Property property) {
        model.reset();
        return Outlook.of(model, List.of(property), 100_000, () -> false).orElseThrow();
    }

    private static Fate fate(Outlook outlook, Model model) {
        return outlook.fate(0, outlook.state(model.fingerprint()));
    }

    private static boolean vulnerable(Outlook outlook, Model model) {
        return outlook.isVulnerable(0, outlook.state(model.fingerprint()));
    }

    private static void take(Model model, String name) {
        Step[] enabled = model.stepBuffer();
        int count = model.enabled(enabled);
        for (int i = 0; i < count; i++) {
            if (enabled[i].fullName().equals(name)) {
                enabled[i].fire();
                return;
            }
        }
        throw new AssertionError("'" + name + "' cannot be taken");
    }
}
