package org.exitrace.vtl.protocol.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.MemoryModel;
import org.junit.jupiter.api.Test;

/** Litmus tests: what processors with store buffers may read, and what not. */
class StoreBufferTest {

    private static final Design TSO =
            Design.usual(List.of(MemoryModel.SWITCH)).with("memory-model", "tso");
    private static final Design SC = Design.usual(List.of(MemoryModel.SWITCH));

    @Test
    void twoProcessorsThatStoreAndThenLookMayBothBeTooEarly() {
        assertThat(storeThenLook(TSO, false)).containsExactly("00", "01", "10", "11");
    }

    @Test
    void aFenceBetweenTheTwoForbidsThat() {
        assertThat(storeThenLook(TSO, true)).containsExactly("01", "10", "11");
    }

    @Test
    void memoryThatIsSequentiallyConsistentForbidsItToo() {
        assertThat(storeThenLook(SC, false)).containsExactly("01", "10", "11");
    }

    @Test
    void aProcessorReadsItsOwnStoreAndOthersSeeStoresInTheirOrder() {
        ModelBuilder model = new ModelBuilder("litmus", TSO);
        Words words = new Words(model.region("words"));
        StoreBuffer buffer = StoreBuffer.of(model, "p0", 2, 2, 1);
        StoreBuffer.Place first = buffer.place(words.x::become, words.x::get);
        StoreBuffer.Place second = buffer.place(words.y::become, words.y::get);
        StoreSteps<Words> steps = StoreSteps.of(TSO, any -> buffer);
        model.program("p0", words, Routine.<Words>named("writer", "test", code -> {
            steps.plain(code, "x = 1", any -> first.store(1));
            steps.plain(code, "y = 1", any -> second.store(1));
            code.step("reads x", any -> words.wrong.become(first.load() != 1));
        }));
        model.program("p1", words, Routine.<Words>named("reader", "test", code -> {
            code.step("reads y", any -> words.r0.become(words.y.get()));
            code.step("reads x", any -> words.r1.become(words.x.get()));
            code.local(any -> words.wrong.become(words.wrong.isSet()
                    || words.r0.is(1) && words.r1.is(0)));
        }));
        model.never("wrong", "an own store is not read, or a later one is seen first",
                words.wrong::isSet).because("stores drain in order").from("test");

        assertThat(new Exploration(model.build()).checked().go().broken()).isEmpty();
    }

    /** What both have read at the end, p0's result first. */
    private static Set<String> storeThenLook(Design design, boolean fenced) {
        Set<String> seen = new TreeSet<>();
        for (String outcome : List.of("00", "01", "10", "11")) {
            ModelBuilder model = new ModelBuilder("litmus", design);
            Words words = new Words(model.region("words"));
            run(model, design, words, true, fenced);
            run(model, design, words, false, fenced);
            model.never("outcome", "both have read " + outcome, () -> words.both.is(2)
                    && outcome.equals("" + words.r0.get() + words.r1.get()))
                    .because("it is asked for").from("test");
            if (!new Exploration(model.build()).checked().go().broken().isEmpty()) {
                seen.add(outcome);
            }
        }
        return seen;
    }

    private static void run(
            ModelBuilder model, Design design, Words words, boolean isFirst, boolean fenced) {
        String name = isFirst ? "p0" : "p1";
        CountCell own = isFirst ? words.x : words.y;
        CountCell other = isFirst ? words.y : words.x;
        CountCell result = isFirst ? words.r0 : words.r1;
        StoreBuffer buffer = StoreBuffer.of(model, name, 1, 1, 1);
        StoreBuffer.Place place = buffer.place(own::become, own::get);
        StoreSteps<Words> steps = StoreSteps.of(design, any -> buffer);
        model.program(name, words, Routine.<Words>named("store and look", "test", code -> {
            steps.plain(code, "stores", any -> place.store(1));
            code.given(fenced, fence -> steps.fence(fence, "fence"));
            code.step("looks", any -> {
                result.become(other.get());
                words.both.increment();
            });
        }));
    }

    private static final class Words extends Region {

        final CountCell x = cells().count("x", 1);
        final CountCell y = cells().count("y", 1);
        final CountCell r0 = cells().count("r0", 1);
        final CountCell r1 = cells().count("r1", 1);
        final CountCell both = cells().count("both", 2);
        final FlagCell wrong = cells().flag("wrong");

        Words(CellScope scope) {
            super(scope);
        }
    }
}
