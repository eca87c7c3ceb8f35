package org.exitrace.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.SearchOrder;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.kvm.apboot.ApBoot;
import org.exitrace.kvm.apboot.ApBootShape;
import org.exitrace.kvm.apboot.Story;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * Prints the table of docs/performance.md: each figure is the median of several rounds in one
 * process, in processor time of the one thread that works, so that neighbours disturb it less;
 * campaigns, in which several threads work, in time on the wall.
 */
public final class WholeProcessTable {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final int GUESTS = 3;
    private static final int TIMED_RUNS = 20_000;
    private static final long LONG_RUN = 3_000_000;

    private WholeProcessTable() {
    }

    /**
     * Measures and prints, in about four minutes; with the argument {@code timed}, timed runs
     * alone, with {@code boot} those of boots with virtual trust levels, on the hosts whose names
     * follow, with {@code long} those of many actors.
     */
    public static void main(String[] args) {
        print("what", "states", "transitions", "seconds", "M states/s", "M transitions/s",
                "bytes/state");
        print("---", "--:", "--:", "--:", "--:", "--:", "--:");
        List<String> wanted = Arrays.asList(args);
        if (wanted.contains("boot")) {
            timeBoots(wanted);
            return;
        }
        if (wanted.contains("long")) {
            timeLongRuns();
            return;
        }
        if (!wanted.contains("timed")) {
            compareWithHand();
            explore("AP model, 3 APs, PEI to DXE", Story.PEI_TO_DXE);
            explore("AP model, 3 APs, OS bring-up", Story.OS_BRING_UP);
            exploreFirmware();
        }
        timeRuns();
        timeCampaign("timing campaign of the AP model, 3 APs, one thread", 1,
                WholeProcessTable::cpuNs);
        timeCampaign("timing campaign of the AP model, 3 APs, all cores, wall time",
                Runtime.getRuntime().availableProcessors(), System::nanoTime);
        timeLongRuns();
        timeBoots(List.of());
    }

    /** Of the hosts that {@code wanted} names; of all where it names none. */
    private static void timeBoots(List<String> wanted) {
        BootRows boots = new BootRows();
        for (ScenarioDesign host : boots.hosts()) {
            if (wanted.size() < 2 || wanted.contains(host.name())) {
                Model model = boots.machine(host);
                timeBoot("boot with VTLs, host " + host.name() + ", no trace",
                        WholeProcessTable::cpuNs, () -> boots.go(model, LONG_RUN));
            }
        }
        ScenarioDesign first = boots.hosts().get(0);
        timeBoot("the same as time makes it, host " + first.name() + ", one thread",
                WholeProcessTable::cpuNs, () -> boots.study(first, 1, LONG_RUN));
        int cores = Runtime.getRuntime().availableProcessors();
        timeBoot("a run of it in each core, host " + first.name() + ", wall time",
                System::nanoTime, () -> boots.study(first, cores, LONG_RUN));
    }

    private static void timeBoot(String what, LongSupplier clockNs, LongSupplier boot) {
        double[] seconds = new double[ROUNDS];
        long steps = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = clockNs.getAsLong();
            steps = boot.getAsLong();
            seconds[Math.max(0, round)] = (clockNs.getAsLong() - begun) / 1e9;
        }
        print(what, "", count(steps), number(median(seconds)), "",
                rate(steps, median(seconds)), "");
    }

    private static void compareWithHand() {
        double[] hand = new double[ROUNDS];
        double[] engine = new double[ROUNDS];
        double[] deep = new double[ROUNDS];
        HandPackedAps packed = null;
        ExplorationResult broad = null;
        ExplorationResult last = null;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int at = Math.max(0, round);
            long begun = cpuNs();
            packed = new HandPackedAps(3);
            packed.search();
            hand[at] = secondsSince(begun);
            begun = cpuNs();
            broad = new Exploration(ParkedAps.of(3)).go();
            engine[at] = secondsSince(begun);
            begun = cpuNs();
            last = new Exploration(ParkedAps.of(3)).order(SearchOrder.DEPTH_FIRST).go();
            deep[at] = secondsSince(begun);
        }
        print("parked APs, 3 APs, packed by hand", count(packed.states()),
                count(packed.transitions()), number(median(hand)),
                rate(packed.states(), median(hand)), rate(packed.transitions(), median(hand)), "");
        explored("the same in the engine, breadth-first", broad, median(engine));
        explored("the same in the engine, depth-first", last, median(deep));
        print("engine by hand, breadth-first", "", "", number(median(engine) / median(hand))
                + " times", "", "", "");
    }

    private static void exploreFirmware() {
        double[] seconds = new double[ROUNDS];
        ExplorationResult result = null;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Model model = FirmwareGuests.of(GUESTS);
            long begun = cpuNs();
            result = new Exploration(model).go();
            seconds[Math.max(0, round)] = secondsSince(begun);
        }
        explored("SEV firmware, " + GUESTS + " guests", result, median(seconds));
    }

    private static void explore(String what, Story story) {
        ApBootShape shape = ApBootShape.smallest(story).with(3, 1);
        double[] seconds = new double[ROUNDS];
        ExplorationResult result = null;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Model model = ApBoot.machine(shape, ApBoot.usualDesign());
            long begun = cpuNs();
            result = new Exploration(model).go();
            seconds[Math.max(0, round)] = secondsSince(begun);
        }
        explored(what, result, median(seconds));
    }

    private static void timeRuns() {
        TimingProfile profile = CampaignRows.profile();
        Model model = ApBoot.machine(ApBootShape.smallest(Story.POWER_ON).with(3, 3),
                ApBoot.usualDesign());
        double[] seconds = new double[ROUNDS];
        long steps = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = cpuNs();
            steps = 0;
            EarliestFirst timed = new EarliestFirst(profile, 0);
            Run run = new Run(model, timed).withoutProperties();
            for (int seed = 0; seed < TIMED_RUNS; seed++) {
                timed.again(seed);
                steps += run.go().steps();
            }
            seconds[Math.max(0, round)] = secondsSince(begun);
        }
        print("timed runs of the AP model, 3 APs, no trace", "", count(steps),
                number(median(seconds)), "", rate(steps, median(seconds)), "");
    }

    private static void timeCampaign(String what, int threads, LongSupplier clockNs) {
        CampaignRows campaign = new CampaignRows();
        double[] seconds = new double[ROUNDS];
        long steps = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = clockNs.getAsLong();
            steps = campaign.go(threads);
            seconds[Math.max(0, round)] = (clockNs.getAsLong() - begun) / 1e9;
        }
        print(what, "", count(steps), number(median(seconds)), "", rate(steps, median(seconds)),
                "");
    }

    private static void timeLongRuns() {
        timeLongRun("one timed run of 5 actors, no trace", Bells.of(1), Bells.profile());
        timeLongRun("one timed run of 300 actors, no trace", Bells.of(60), Bells.profile());
        timeLongRun("one timed run of 10,000 actors, no trace", Bells.of(2_000),
                Bells.profile());
        timeLongRun("100 guests with 400 vCPUs behind one mailbox, no trace",
                MailboxGuests.of(100, 4), MailboxGuests.profile());
    }

    private static void timeLongRun(String what, Model model, TimingProfile profile) {
        double[] seconds = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = cpuNs();
            new Run(model, new EarliestFirst(profile, 1)).atMost(LONG_RUN).go();
            seconds[Math.max(0, round)] = secondsSince(begun);
        }
        print(what, "", count(LONG_RUN), number(median(seconds)), "",
                rate(LONG_RUN, median(seconds)), "");
    }

    private static void explored(String what, ExplorationResult result, double seconds) {
        print(what, count(result.states()), count(result.transitions()), number(seconds),
                rate(result.states(), seconds), rate(result.transitions(), seconds),
                String.format(Locale.ROOT, "%.1f", (double) result.peakBytes() / result.states()));
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double secondsSince(long begun) {
        return (cpuNs() - begun) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String rate(long things, double seconds) {
        return number(things / seconds / 1e6);
    }

    private static void print(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
