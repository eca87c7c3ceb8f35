package org.exitrace.benchmarks;

import java.util.concurrent.TimeUnit;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.SearchOrder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All states of parked APs: by the engine in both orders, and packed by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(1)
public class ExplorationBenchmark {

    /** APs beside the BSP. */
    @Param({"2", "3"})
    public int aps;

    /** The engine, breadth-first. */
    @Benchmark
    public ExplorationResult breadthFirst() {
        return new Exploration(ParkedAps.of(aps)).go();
    }

    /** The engine, depth-first. */
    @Benchmark
    public ExplorationResult depthFirst() {
        return new Exploration(ParkedAps.of(aps)).order(SearchOrder.DEPTH_FIRST).go();
    }

    /** The engine, with fingerprints of 128 bits. */
    @Benchmark
    public ExplorationResult wideFingerprints() {
        return new Exploration(ParkedAps.of(aps)).wideFingerprints().go();
    }

    /** The engine in checked mode. */
    @Benchmark
    public ExplorationResult checked() {
        return new Exploration(ParkedAps.of(aps)).checked().go();
    }

    /** No engine. */
    @Benchmark
    public long packedByHand() {
        HandPackedAps search = new HandPackedAps(aps);
        search.search();
        return search.transitions();
    }
}
