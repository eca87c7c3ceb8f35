package org.exitrace.benchmarks;

import java.util.concurrent.TimeUnit;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellObserver;
import org.exitrace.engine.step.Step;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time per step of runs, and what watching each access to a cell costs on top. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RunBenchmark {

    private static final int STEPS = 100;

    private final Model model = ParkedAps.of(3);
    private final Step[] enabled = model.stepBuffer();
    private long accesses;

    /** Asking everybody and taking the first step, with nobody watching. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long unwatched() {
        return takeSteps(null);
    }

    /** The same with an observer that counts. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long watched() {
        return takeSteps(new CellObserver() {
            @Override
            public void read(Cell cell) {
                accesses++;
            }

            @Override
            public void written(Cell cell, boolean changes) {
                accesses++;
            }
        });
    }

    /** A run with properties. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long run() {
        return new Run(model, new InOrder()).atMost(STEPS).go().fingerprint();
    }

    /** A run without properties. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long runWithoutProperties() {
        return new Run(model, new InOrder()).atMost(STEPS).withoutProperties().go().fingerprint();
    }

    private long takeSteps(CellObserver observer) {
        model.reset();
        model.frame().observe(observer);
        for (int i = 0; i < STEPS; i++) {
            if (model.enabled(enabled) == 0) {
                model.reset();
            } else {
                enabled[0].fire();
            }
        }
        model.frame().observe(null);
        return model.fingerprint() + accesses;
    }
}
