package org.exitrace.scenarios.tracepoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.strategy.DrawnStrategy;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.trace.TraceCheck;
import org.exitrace.scenarios.trace.TraceVerdict;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.read.TraceReader;

/**
 * A run as text of tracepoints.
 *
 * @param text all of it
 * @param used the rows of the table that have held
 */
record ToldRun(String text, Set<String> used) {

    static final int MOST_STEPS = 2_000;

    /** One by chance. */
    static ToldRun drawn(Scenario scenario, ScenarioDesign design, long seed) {
        return of(scenario, design, DrawnStrategy.of(seed).scheduler(), false);
    }

    /** A timed one. */
    static ToldRun timed(
            Scenario scenario, ScenarioDesign design, TimingProfile profile, long seed) {
        return of(scenario, design, new EarliestFirst(profile, seed), true);
    }

    private static ToldRun of(
            Scenario scenario, ScenarioDesign design, Scheduler scheduler, boolean timed) {
        StringBuilder lines = new StringBuilder();
        SimulatedTrace told = new SimulatedTrace(scenario.kind()
                .tracepoints(design.switches()).orElseThrow(),
                design.machine().parameters().values(), timed, event -> {
                    event.print(lines);
                    lines.append('\n');
                });
        new Run(scenario.build(design), scheduler).goOnWhenBroken().atMost(MOST_STEPS).tell(told)
                .go();
        return new ToldRun(told.heading() + "\n" + lines, told.used());
    }

    /** What is read of it. */
    List<TraceItem> items() {
        List<TraceItem> items = new ArrayList<>();
        try (TraceReader reader = new TraceReader(new ByteArrayInputStream(
                text.getBytes(StandardCharsets.ISO_8859_1)))) {
            for (TraceItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return items;
    }

    /** What was read of it, printed again. */
    String again() {
        StringBuilder lines = new StringBuilder(text.substring(0, text.indexOf('\n') + 1));
        for (TraceItem item : items()) {
            ((TraceEvent) item).print(lines);
            lines.append('\n');
        }
        return lines.toString();
    }

    /** Whether it is a behaviour of the model of KVM_RUN. */
    TraceVerdict verdict() {
        TraceCheck check = new TraceCheck(Set.of(), false);
        for (TraceItem item : items()) {
            if (!check.see(item)) {
                break;
            }
        }
        return check.verdict();
    }
}
