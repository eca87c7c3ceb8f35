package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.SearchOrder;
import org.exitrace.engine.model.Model;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.file.ExplorationPlan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How far, and in which order, all interleavings are searched. */
final class ExploreSettings {

    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    @Option(names = "--states", paramLabel = "N", order = 10, converter = Numbers.Count.class,
            description = "Find at most so many distinct states.")
    private Integer states;

    @Option(names = "--depth", paramLabel = "N", order = 11, converter = Numbers.Count.class,
            description = "Try schedules of at most so many steps. The depth that is told counts"
                    + " their states, and so is one more.")
    private Integer depth;

    @Option(names = "--memory", paramLabel = "SIZE", order = 12, converter = Numbers.Size.class,
            description = "Let the tables of the search take at most so much, such as 2g; two"
                    + " thirds of the JVM's memory unless told otherwise.")
    private Long memory;

    @Option(names = "--order", paramLabel = "ORDER", order = 13, converter = Order.class,
            description = "breadth-first: the shortest schedules. depth-first: deep soon, with few"
                    + " states waiting.")
    private SearchOrder order;

    @Option(names = "--fingerprint", paramLabel = "64|128", order = 14, converter = Bits.class,
            description = "How many bits tell states apart; 64 unless told otherwise.")
    private int bits = 64;

    @Option(names = "--livelock", order = 16,
            description = "Look also for fair schedules that never come to rest, which no promise"
                    + " at rest is about; keeps all transitions in memory.")
    private boolean livelock;

    /** As the options say, else as {@code wanted} says, else as far as the memory allows. */
    ExplorationPlan plan(Optional<ExplorationPlan> wanted) {
        ExplorationPlan usual = wanted.orElse(ExplorationPlan.USUAL);
        return new ExplorationPlan(order == null ? usual.order() : order,
                states == null ? usual.mostStates() : states,
                depth == null ? usual.mostDepth() : Math.min(depth, Integer.MAX_VALUE - 1));
    }

    /** The bounds of {@code plan} in the memory that the options allow. */
    Bounds bounds(ExplorationPlan plan) {
        return memory == null ? plan.bounds() : plan.bounds().bytes(memory);
    }

    /** The options as they were given. */
    String[] words(boolean goesOn) {
        List<String> words = new ArrayList<>();
        add("--states", states, words);
        add("--depth", depth, words);
        add("--memory", memory == null ? null : Math.max(1, memory / KIB) + "k", words);
        add("--order", order, words);
        add("--fingerprint", isWide() ? bits : null, words);
        if (goesOn) {
            words.add("--continue");
        }
        if (livelock) {
            words.add("--livelock");
        }
        return words.toArray(String[]::new);
    }

    private static void add(String option, Object value, List<String> words) {
        if (value != null) {
            words.addAll(List.of(option, value.toString()));
        }
    }

    /** What is searched of {@code model}. */
    Model model(Model model) {
        return livelock ? model.promisingRest() : model;
    }

    boolean isWide() {
        return bits > 64;
    }

    /** The bounds in words. */
    static String told(Bounds bounds, ExplorationPlan plan) {
        return told(plan) + ", " + Durations.grouped(bounds.mostBytes() / MIB)
                + " MiB for its tables";
    }

    /** The plan in words. */
    static String told(ExplorationPlan plan) {
        return plan.order()
                + (plan.mostStates() >= Integer.MAX_VALUE ? ", any number of states"
                        : ", at most " + Durations.grouped(plan.mostStates()) + " states")
                + (plan.mostDepth() >= Integer.MAX_VALUE - 1 ? ", any depth"
                        : ", at most " + Durations.grouped(plan.mostDepth()) + " steps deep");
    }

    /** An order by its name. */
    static final class Order implements ITypeConverter<SearchOrder> {
        @Override
        public SearchOrder convert(String text) {
            for (SearchOrder order : SearchOrder.values()) {
                if (order.toString().equals(text)) {
                    return order;
                }
            }
            throw new TypeConversionException("breadth-first or depth-first");
        }
    }

    /** 64 or 128. */
    static final class Bits implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equals("64") || text.equals("128")) {
                return Integer.parseInt(text);
            }
            throw new TypeConversionException("64 or 128");
        }
    }
}
