package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.document.UnusableInputException;
import picocli.CommandLine.Option;

/** Which cost of the profile is varied, and over which range. */
final class SweepOption {

    /** A range this many times as long as its beginning is walked by equal factors. */
    private static final int WIDE = 10;
    private static final int MOST_POINTS = 1_000;

    @Option(names = "--sweep", paramLabel = "KEY=FROM..TO", order = 17,
            description = "What becomes of it while one cost of the profile goes from one time to"
                    + " another (20us..2ms: always so long) or from one factor to another"
                    + " (0.5x..10x: its distribution so many times as long). Equal steps, or equal"
                    + " factors where TO is at least ten times FROM.")
    private String written;

    @Option(names = "--points", paramLabel = "N", order = 18, converter = Numbers.Count.class,
            description = "So many points, both ends among them; 9 unless told otherwise.")
    private Integer points;

    @Option(names = "--cost", paramLabel = "KEY=TIME|FACTORx", order = 19,
            description = "Another time for one cost of the profile, or so many times its own; may"
                    + " stand several times. What a point of a sweep is made with.")
    private List<String> costs = new ArrayList<>();

    /**
     * One value of a sweep.
     *
     * @param written as one writes it behind {@code --cost KEY=}
     * @param value in nanoseconds, or the factor
     * @param times the profile with it
     */
    record Point(String written, double value, TimingProfile times) {
    }

    boolean isGiven() {
        return written != null;
    }

    /** Refuses what says something about a sweep where none is asked for. */
    void check() {
        if (written == null && points != null) {
            throw new UnusableInputException(
                    "'--points' goes with --sweep; say which cost is swept");
        }
    }

    /** The key that is swept. */
    String key() {
        return SweptCost.split("--sweep", written)[0];
    }

    /** Whether factors are walked, and no times. */
    boolean isFactor() {
        return SweptCost.isFactor(range()[0]);
    }

    private String[] range() {
        String range = SweptCost.split("--sweep", written)[1];
        int dots = range.indexOf("..");
        if (dots < 1 || dots + 2 == range.length()) {
            throw new UnusableInputException("'--sweep' is KEY=FROM..TO, such as"
                    + " vmentry=100ns..10us or vmentry=0.5x..10x, not '" + written + "'");
        }
        return new String[] {range.substring(0, dots), range.substring(dots + 2)};
    }

    /** The points, the first first. */
    List<Point> points(TimingProfile profile, Model model) {
        String key = SweptCost.known(key(), model);
        String[] range = range();
        double from = SweptCost.value("--sweep", range[0]);
        double to = SweptCost.value("--sweep", range[1]);
        if (isFactor() != SweptCost.isFactor(range[1])) {
            throw new UnusableInputException("'--sweep' goes from one time to another or from one"
                    + " factor to another, not from '" + range[0] + "' to '" + range[1] + "'");
        }
        if (from >= to) {
            throw new UnusableInputException("'--sweep' goes from less to more, and from '"
                    + range[0] + "' to '" + range[1] + "' there is nothing");
        }
        Set<String> values = new LinkedHashSet<>();
        for (int i = 0; i < count(); i++) {
            values.add(SweptCost.written(at(from, to, i / (count() - 1.0)), isFactor()));
        }
        return values.stream().map(value -> new Point(value, SweptCost.value("--sweep", value),
                SweptCost.with(key, value, profile))).toList();
    }

    private int count() {
        int count = points == null ? 9 : points;
        if (count < 2 || count > MOST_POINTS) {
            throw new UnusableInputException("'--points' is 2 to " + MOST_POINTS
                    + ", both ends among them, not " + count);
        }
        return count;
    }

    private static double at(double from, double to, double part) {
        return from > 0 && to >= WIDE * from ? from * Math.pow(to / from, part)
                : from + (to - from) * part;
    }

    /** {@code profile} with the costs that were set by hand. */
    TimingProfile times(TimingProfile profile, Model model) {
        TimingProfile changed = profile;
        Set<String> seen = new LinkedHashSet<>();
        for (String cost : costs) {
            String[] parts = SweptCost.split("--cost", cost);
            if (!seen.add(parts[0])) {
                throw new UnusableInputException(
                        "'--cost' gives '" + parts[0] + "' twice; give it once");
            }
            changed = SweptCost.with(
                    SweptCost.known(parts[0], model), parts[1], changed);
        }
        return changed;
    }

    /** Whether costs were set by hand. */
    boolean setsCosts() {
        return !costs.isEmpty();
    }

    /** Costs that were set by hand as words of a command. */
    List<String> costWords() {
        return costs.stream().flatMap(cost -> List.of("--cost", Shell.quoted(cost)).stream())
                .toList();
    }

    /** The sweep as words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--sweep", Shell.quoted(written)));
        if (points != null) {
            words.addAll(List.of("--points", Integer.toString(points)));
        }
        return words;
    }
}
