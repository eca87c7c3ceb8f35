package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.exitrace.engine.explore.Outlook;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.time.Lineage;
import org.exitrace.engine.time.TimingProfile;

/**
 * How likely something is that takes several unusual times at once: fixed-effort splitting (Garvels
 * 2000). Levels are how many steps a state is at least from one that breaks the property. So many
 * runs branch off where runs of the level before first came, and draw what is still undecided anew;
 * the product of the shares that come from each level to the next is the probability without bias.
 *
 * <p>Levels are chosen by runs that are made before, and count for nothing else.
 */
public final class SplitCampaign {

    /** So many times the whole is repeated, for the interval. */
    public static final int REPETITIONS = 20;

    private static final int MOST_PILOTS = 1_000;
    /** A level is one to which this part of the pilot's runs comes, if any is. */
    private static final double PART = 0.2;

    private final Supplier<Model> machines;
    private final TimingProfile profile;
    private final String id;
    private long seed;
    private int wanted = 1_000;
    private long mostSteps = 1_000_000;
    private long mostStates = 200_000;
    private int threads = Runtime.getRuntime().availableProcessors();
    private BooleanSupplier interrupted = () -> false;

    /** Of the property {@code id} of each of {@code machines}, which a single state can break. */
    public SplitCampaign(Supplier<Model> machines, TimingProfile profile, String id) {
        this.machines = machines;
        this.profile = profile;
        this.id = id;
    }

    /** Draws from {@code start}; 0 unless told otherwise. */
    public SplitCampaign seed(long start) {
        seed = start;
        return this;
    }

    /** Makes so many runs at each level, in all repetitions together; a thousand unless told. */
    public SplitCampaign runs(int count) {
        wanted = count;
        return this;
    }

    /** Ends each run after so many steps; a million unless told otherwise. */
    public SplitCampaign atMost(long steps) {
        mostSteps = steps;
        return this;
    }

    /** Looks at so many states at most; 200,000 unless told otherwise. */
    public SplitCampaign states(long count) {
        mostStates = count;
        return this;
    }

    /** Works in so many threads. What the runs show is the same for any number. */
    public SplitCampaign threads(int count) {
        threads = count;
        return this;
    }

    /** Asks now and then whether to stop; all threads ask. */
    public SplitCampaign until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /**
     * Looks at all states, chooses the levels, and makes the runs.
     *
     * @return nothing where the machine has more states than it may look at, or it was interrupted
     *     before it knew them
     */
    public Optional<SplitSamples> go() {
        Model model = machines.get();
        model.reset();
        List<Property> told = model.properties().stream()
                .filter(property -> property.id().equals(id)).toList();
        return Outlook.of(model, told, mostStates, interrupted).map(outlook -> {
            SplitWorker.Nearness nearness =
                    new SplitWorker.Nearness(outlook, outlook.stepsToBreak(0));
            int farthest = nearness.of(model);
            if (farthest == Outlook.NOWHERE) {
                return new SplitSamples(
                        id, outlook.states(), -1, List.of(), 0, new double[0], -1, false);
            }
            return new Levels(nearness, farthest).samples();
        });
    }

    /** The levels of one machine. */
    private final class Levels {

        private final SplitWorker.Nearness nearness;
        private final int farthest;
        private final List<Integer> chosen = new ArrayList<>();
        private final List<SplitSamples.Level> shown = new ArrayList<>();
        private boolean cutShort;

        Levels(SplitWorker.Nearness nearness, int farthest) {
            this.nearness = nearness;
            this.farthest = farthest;
        }

        SplitSamples samples() {
            int nearest = choose();
            int clones = Math.max(2, wanted / REPETITIONS);
            double[] estimates = cutShort || nearest > 0 ? new double[0] : estimates(clones);
            return new SplitSamples(id, nearness.outlook().states(), farthest, shown, clones,
                    cutShort ? new double[0] : estimates, nearest, cutShort);
        }

        /** How near the pilot's runs came. */
        private int choose() {
            int clones = Math.min(MOST_PILOTS, Math.max(2, wanted));
            List<SplitPoint> points = List.of(new SplitPoint(Lineage.of(seed), 0));
            int here = farthest;
            while (here > 0 && !cutShort) {
                SplitStage stage = stage("pilot", here, 0, List.of(points), clones);
                int most = stage.reached(here - 1);
                if (most == 0 || cutShort) {
                    return here;
                }
                int next = 0;
                while (stage.reached(next) < Math.min(most, PART * clones)) {
                    next++;
                }
                points = stage.survivors(next, 0, clones);
                here = next;
                chosen.add(here);
            }
            return here;
        }

        private double[] estimates(int clones) {
            double[] estimates = new double[REPETITIONS];
            List<List<SplitPoint>> points = new ArrayList<>();
            for (int i = 0; i < REPETITIONS; i++) {
                estimates[i] = 1;
                points.add(List.of(new SplitPoint(Lineage.of(seed), 0)));
            }
            int here = farthest;
            for (int level : chosen) {
                SplitStage stage = stage("level", here, level, points, clones);
                if (cutShort) {
                    return estimates;
                }
                int first = 0;
                for (int i = 0; i < REPETITIONS; i++) {
                    int behind = points.get(i).isEmpty() ? first : first + clones;
                    points.set(i, stage.survivors(level, first, behind));
                    estimates[i] *= points.get(i).size() / (double) clones;
                    first = behind;
                }
                shown.add(new SplitSamples.Level(level, first, stage.reached(level)));
                here = level;
            }
            return estimates;
        }

        /** So many clones of the points of each repetition that has any, the first one's first. */
        private SplitStage stage(String what, int from, int to, List<List<SplitPoint>> points,
                int clones) {
            String name = "splitting, " + what + " " + from;
            long own = RandomStream.named(seed, name).nextLong();
            RandomStream turn = RandomStream.named(seed, name + ", who is cloned");
            List<SplitPoint> made = new ArrayList<>();
            for (List<SplitPoint> each : points) {
                int shift = each.isEmpty() ? 0 : turn.nextInt(each.size());
                for (int i = 0; i < clones && !each.isEmpty(); i++) {
                    made.add(SplitStage.clone(each.get((i + shift) % each.size()),
                            RandomStream.seedOfRun(own, made.size())));
                }
            }
            Blocks<SplitStage.Hits> blocks = new Blocks<>(made.size(), new SplitStage.Hits(),
                    new CampaignCount(made.size(), report -> { }), interrupted);
            List<long[]> hits = new Crew<>(blocks, () -> new SplitWorker(machines.get(), profile,
                    nearness, mostSteps, from, to, made)).go(threads).all();
            cutShort |= hits.size() < made.size();
            return new SplitStage(from, made, hits);
        }
    }
}
