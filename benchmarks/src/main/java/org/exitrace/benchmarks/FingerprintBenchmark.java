package org.exitrace.benchmarks;

import java.util.concurrent.TimeUnit;
import org.exitrace.engine.state.Fingerprint;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The fingerprint of a state, by its size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FingerprintBenchmark {

    /** Words of the state. */
    @Param({"4", "16", "64", "512"})
    public int words;

    private long[] state;

    /** Fills the state with something. */
    @Setup
    public void fill() {
        state = new long[words];
        for (int i = 0; i < words; i++) {
            state[i] = i * 0x9E3779B97F4A7C15L;
        }
    }

    /** 64 bits. */
    @Benchmark
    public long plain() {
        return Fingerprint.of(state, 0, words);
    }

    /** 128 bits. */
    @Benchmark
    public long wide() {
        return Fingerprint.of(state, 0, words) ^ Fingerprint.high(state, 0, words);
    }
}
