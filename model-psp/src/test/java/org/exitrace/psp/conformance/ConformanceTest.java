package org.exitrace.psp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    private static final FirmwareBounds ANY = new FirmwareBounds(2, 1, 2, 3, 2, 4);

    @TestFactory
    Stream<DynamicTest> answersAsTheTablesSay() {
        return Tables.SHIPPED.rows().stream().map(row -> DynamicTest.dynamicTest(
                row.id(), () -> assertThat(Tables.SHIPPED.run(row).wrong())
                        .as(row.place()).isEmpty()));
    }

    /** Commands in uncovered.txt lack rows still; that list only shrinks. */
    @TestFactory
    Stream<DynamicTest> hasARowForEachCheck() {
        List<String> open = Tables.lines("uncovered.txt");
        return handlers().stream().map(handler -> DynamicTest.dynamicTest(
                handler.command().name(), () -> {
                    List<String> missing = Tables.SHIPPED.coverage().missing(handler);
                    if (open.contains(handler.command().name())) {
                        assertThat(missing).as("take it out of uncovered.txt").isNotEmpty();
                    } else {
                        assertThat(missing).isEmpty();
                    }
                }));
    }

    @Test
    void hasARowForEachThingThatTheMailboxRefuses() {
        assertThat(Tables.SHIPPED.coverage().missingOfMailbox()).isEmpty();
    }

    @Test
    void knowsAllThatCannotBe() {
        assertThat(Tables.SHIPPED.coverage().idleReasons(handlers())).isEmpty();
    }

    @Test
    void listsOnlyCommandsThatAreHandledAsUncovered() {
        assertThat(handlers().stream().map(handler -> handler.command().name()))
                .containsAll(Tables.lines("uncovered.txt"));
    }

    private static List<Handler> handlers() {
        return new Commands(ANY).all();
    }
}
