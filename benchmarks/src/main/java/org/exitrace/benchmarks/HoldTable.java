package org.exitrace.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import umontreal.ssj.simevents.eventlist.BinaryTree;
import umontreal.ssj.simevents.eventlist.DoublyLinked;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * Prints the tables and the chart of pending events in docs/performance.md: the nanoseconds of
 * processor time that a hold takes. All lists take turns in each round, so that a neighbour who
 * disturbs one disturbs the others; a ratio is the median of the ratios of rounds.
 */
public final class HoldTable {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final int HOLDS = 300_000;
    private static final int[] USUAL = {16, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final int MOST_IN_PLAIN_LIST = 1_000;
    private static final String OURS = "event list";
    private static final String JDK = "PriorityQueue";

    private final int[] sizes;
    private final Map<String, double[]> chart = new LinkedHashMap<>();
    private long seen;

    private HoldTable(int[] sizes) {
        this.sizes = sizes;
    }

    /** Measures and prints, in some minutes; with so many pending as the arguments say. */
    public static void main(String[] args) {
        HoldTable table = new HoldTable(args.length == 0 ? USUAL
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray());
        table.compare();
        table.spread();
        table.draw();
        System.out.println("last times " + table.seen);
    }

    private void compare() {
        row("pending", OURS, JDK, "SSJ Henriksen", "BinaryTree", "SplayTree", "RedblackTree",
                "DoublyLinked", "PriorityQueue by ours", "SSJ's best by ours");
        row("--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:");
        for (int place = 0; place < sizes.length; place++) {
            Map<String, double[]> ns = measured(lists(sizes[place]));
            String best = ns.keySet().stream().filter(name -> !name.equals(OURS))
                    .filter(name -> !name.equals(JDK))
                    .reduce((one, other) -> median(ns.get(one)) <= median(ns.get(other))
                            ? one : other).orElseThrow();
            note("SSJ's best", place, ns.get(best));
            note(JDK, place, ns.get(JDK));
            note(OURS, place, ns.get(OURS));
            row(count(sizes[place]), cell(ns, OURS), cell(ns, JDK), cell(ns, "Henriksen"),
                    cell(ns, "BinaryTree"), cell(ns, "SplayTree"), cell(ns, "RedblackTree"),
                    cell(ns, "DoublyLinked"), times(ns.get(JDK), ns.get(OURS)),
                    times(ns.get(best), ns.get(OURS)) + " (" + best + ")");
        }
    }

    private static Map<String, Hold> lists(int size) {
        HoldGaps gaps = HoldGaps.EXPONENTIAL;
        Map<String, Hold> lists = new LinkedHashMap<>();
        lists.put(OURS, new HoldOfEventList(size, gaps));
        lists.put(JDK, new HoldOfPriorityQueue(size, gaps));
        lists.put("Henriksen", new HoldOfSsj(new Henriksen(), size, gaps));
        lists.put("BinaryTree", new HoldOfSsj(new BinaryTree(), size, gaps));
        lists.put("SplayTree", new HoldOfSsj(new SplayTree(), size, gaps));
        lists.put("RedblackTree", new HoldOfSsj(new RedblackTree(), size, gaps));
        if (size <= MOST_IN_PLAIN_LIST) {
            lists.put("DoublyLinked", new HoldOfSsj(new DoublyLinked(), size, gaps));
        }
        return lists;
    }

    /** How our own list takes times that lie otherwise. */
    private void spread() {
        System.out.println();
        row("pending", "exponential", "all equal", "two heaps", "Pareto");
        row("--:", "--:", "--:", "--:", "--:");
        for (int size : sizes) {
            Map<String, Hold> lists = new LinkedHashMap<>();
            for (HoldGaps gaps : HoldGaps.values()) {
                lists.put(gaps.name(), new HoldOfEventList(size, gaps));
            }
            StringJoiner cells = new StringJoiner(" | ");
            measured(lists).values().forEach(ns -> cells.add(number(median(ns))));
            row(count(size), cells.toString());
        }
    }

    private void draw() {
        System.out.println();
        System.out.println("```mermaid");
        System.out.println("xychart-beta");
        System.out.println("  title \"A hold, from above: " + String.join(", ", chart.keySet())
                + "\"");
        StringJoiner pending = new StringJoiner(", ", "[", "]");
        Arrays.stream(sizes).forEach(size -> pending.add("\"" + count(size) + "\""));
        System.out.println("  x-axis \"pending\" " + pending);
        System.out.println("  y-axis \"log2 of ns: one more is twice the time\" 3 --> 12");
        for (double[] line : chart.values()) {
            StringJoiner points = new StringJoiner(", ", "[", "]");
            Arrays.stream(line).forEach(ns -> points.add(number(Math.log(ns) / Math.log(2))));
            System.out.println("  line " + points);
        }
        System.out.println("```");
    }

    private Map<String, double[]> measured(Map<String, Hold> lists) {
        Map<String, double[]> ns = new LinkedHashMap<>();
        lists.keySet().forEach(name -> ns.put(name, new double[ROUNDS]));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Hold> list : lists.entrySet()) {
                long begun = cpuNs();
                seen ^= list.getValue().go(HOLDS);
                ns.get(list.getKey())[Math.max(0, round)] = (cpuNs() - begun) / (double) HOLDS;
            }
        }
        return ns;
    }

    private void note(String name, int place, double[] ns) {
        chart.computeIfAbsent(name, line -> new double[sizes.length])[place] = median(ns);
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String times(double[] theirs, double[] ours) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, round -> theirs[round] / ours[round]);
        return number(median(ratios)) + " times";
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String cell(Map<String, double[]> ns, String name) {
        return ns.containsKey(name) ? number(median(ns.get(name))) : "";
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void row(String... cells) {
        System.out.println("| " + String.join(" | ", List.of(cells)) + " |");
    }
}
