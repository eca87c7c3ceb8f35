package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.exitrace.engine.explore.Outlook;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** How long a machine is vulnerable in timed runs, and which steps decide. */
public final class WindowCampaign {

    private final Scenario scenario;
    private final ScenarioDesign design;
    private final TimingProfile profile;
    private final List<String> ids;
    private long seed;
    private int wanted = 1_000;
    private long mostSteps = 1_000_000;
    private long mostStates = 200_000;
    private int threads = Runtime.getRuntime().availableProcessors();
    private BooleanSupplier interrupted = () -> false;
    private Consumer<CampaignProgress> progress = report -> { };

    /** Of the properties of these ids; those that are only to be reached are left out. */
    public WindowCampaign(Scenario scenario, ScenarioDesign design, TimingProfile profile,
            List<String> ids) {
        this.scenario = scenario;
        this.design = design;
        this.profile = profile;
        this.ids = List.copyOf(ids);
    }

    /** Draws as a {@link TimingCampaign} of that seed does: the runs are the same. */
    public WindowCampaign seed(long start) {
        seed = start;
        return this;
    }

    /** Makes so many runs; a thousand unless told otherwise. */
    public WindowCampaign runs(int count) {
        wanted = count;
        return this;
    }

    /** Ends each run after so many steps; a million unless told otherwise. */
    public WindowCampaign atMost(long steps) {
        mostSteps = steps;
        return this;
    }

    /** Looks at so many states at most; 200,000 unless told otherwise. */
    public WindowCampaign states(long count) {
        mostStates = count;
        return this;
    }

    /** Works in so many threads. What the runs show is the same for any number. */
    public WindowCampaign threads(int count) {
        threads = count;
        return this;
    }

    /** Asks now and then whether to stop; all threads ask. */
    public WindowCampaign until(BooleanSupplier stop) {
        interrupted = stop;
        return this;
    }

    /** Tells {@code listener} now and then how far it is, in one thread at a time. */
    public WindowCampaign tell(Consumer<CampaignProgress> listener) {
        progress = listener;
        return this;
    }

    /**
     * Looks at all states, and makes the runs.
     *
     * @return the race for each property; nothing where the machine has more states than it may
     *     look at, or it was interrupted before it knew them
     */
    public Optional<List<RaceWindow>> go() {
        Model model = scenario.build(design);
        model.reset();
        List<Property> told = model.properties().stream()
                .filter(property -> ids.contains(property.id()) && Outlook.follows(property))
                .toList();
        return Outlook.of(model, told, mostStates, interrupted).map(outlook -> {
            Blocks<Tallies> blocks = new Blocks<>(wanted, new Tallies(told.size()),
                    new CampaignCount(wanted, progress), interrupted);
            return new Crew<>(blocks, () -> new Worker(outlook)).go(threads).windows(told);
        });
    }

    /** One tally for each property. */
    private static final class Tallies implements Tally<Tallies> {

        private final List<WindowTally> all = new ArrayList<>();
        private boolean last;

        Tallies(int count) {
            for (int i = 0; i < count; i++) {
                all.add(new WindowTally());
            }
        }

        @Override
        public void add(Tallies next) {
            for (int i = 0; i < all.size(); i++) {
                all.get(i).add(next.all.get(i));
            }
        }

        @Override
        public boolean isLast() {
            return last;
        }

        List<RaceWindow> windows(List<Property> properties) {
            List<RaceWindow> windows = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                windows.add(all.get(i).window(properties.get(i).id()));
            }
            return windows;
        }
    }

    /** Makes runs of a machine of its own. */
    private final class Worker implements Block.Worker<Tallies>, RunObserver {

        private final Model model = scenario.build(design);
        private final EarliestFirst timed = new EarliestFirst(profile, seed);
        private final Outlook outlook;
        private final List<WindowWatch> watches = new ArrayList<>();
        private Tallies tallies;
        private long number;

        Worker(Outlook outlook) {
            this.outlook = outlook;
            for (int i = 0; i < outlook.properties().size(); i++) {
                watches.add(new WindowWatch(outlook, i));
            }
        }

        @Override
        public Tallies make(Block block) {
            tallies = new Tallies(watches.size());
            Run run = new Run(model, timed).goOnWhenBroken().atMost(mostSteps).tell(this)
                    .until(block::isStopped);
            for (number = block.first(); number < block.behind(); number++) {
                timed.again(RandomStream.seedOfRun(seed, number));
                RunResult result = run.go();
                if (result.end() == RunEnd.INTERRUPTED) {
                    tallies.last = true;
                    return tallies;
                }
                watches.forEach(watch -> watch.ended(result.endNs()));
                block.ran(result);
            }
            return tallies;
        }

        @Override
        public void begins(Model begun) {
            int state = outlook.state(begun.fingerprint());
            for (int i = 0; i < watches.size(); i++) {
                watches.get(i).begin(state, tallies.all.get(i));
            }
        }

        @Override
        public void stepped(Step step, long place, long atNs) {
            int state = outlook.state(model.fingerprint());
            watches.forEach(watch -> watch.stepped(step, state, number, atNs));
        }

        @Override
        public void broken(Property property, long place) {
            int index = -1;
            for (int i = 0; i < outlook.properties().size(); i++) {
                index = outlook.properties().get(i).id().equals(property.id()) ? i : index;
            }
            if (index >= 0) {
                watches.get(index).broke(timed.nowNs());
            }
        }
    }
}
