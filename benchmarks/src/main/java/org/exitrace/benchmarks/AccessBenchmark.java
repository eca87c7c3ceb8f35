package org.exitrace.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per read of a cell. What an observer costs that is not attached is the difference of the
 * two, or less: {@code reads} also notes the word, which a search needs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AccessBenchmark {

    private static final int CELLS = 100;

    private final FlagCell[] cells = new FlagCell[CELLS];
    private long[] words;

    /** Declares the cells. */
    @Setup
    public void declare() {
        ModelBuilder builder = new ModelBuilder("cells", Design.usual(List.of()));
        CellScope scope = builder.region("all");
        for (int i = 0; i < CELLS; i++) {
            cells[i] = scope.flag("cell" + i).initially(i % 3 == 0);
        }
        Model model = builder.build();
        words = model.frame().snapshot();
    }

    /** Through the cell, with nobody watching. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public int unwatched() {
        int set = 0;
        for (FlagCell cell : cells) {
            set += cell.isSet() ? 1 : 0;
        }
        return set;
    }

    /** The same bits by shift and mask alone, out of an array. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public int bare() {
        int set = 0;
        for (FlagCell cell : cells) {
            set += cell.rawIn(words) != 0 ? 1 : 0;
        }
        return set;
    }
}
