package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.explore.Fate;
import org.exitrace.engine.explore.Outlook;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;

/**
 * The critical step of one timed run of a machine that has too many states to look at them all:
 * from the first of the run's states behind which there are few enough, fates are known. Further
 * in front a state has hope if one of some schedules by chance comes to rest without breaking the
 * property.
 */
public final class CriticalSearch {

    private static final int SCHEDULES = 64;
    private static final int MOST_STEPS = 20_000;

    private final Model model;
    private final TimingProfile profile;
    private final long mostStates;
    private final BooleanSupplier interrupted;
    private final Step[] enabled;

    /** On a machine of its own, looking at so many states behind each state of a run at most. */
    public CriticalSearch(
            Model model, TimingProfile profile, long mostStates, BooleanSupplier interrupted) {
        this.model = model;
        this.profile = profile;
        this.mostStates = mostStates;
        this.interrupted = interrupted;
        this.enabled = model.stepBuffer();
    }

    /**
     * Where run {@code number} of a campaign of {@code seed} was lost.
     *
     * @param ids properties that it broke
     * @return one for each that a single state can break; none where the run is too long
     */
    public List<CriticalStep> go(List<String> ids, long seed, long number) {
        List<Property> told = model.properties().stream().filter(property ->
                ids.contains(property.id()) && Outlook.tells(property)).toList();
        Path path = new Path();
        new Run(model, new EarliestFirst(profile, RandomStream.seedOfRun(seed, number)))
                .goOnWhenBroken().atMost(MOST_STEPS).until(interrupted).tell(path).go();
        int known = told.isEmpty() ? path.states.size() : firstKnown(path, told);
        if (known == path.states.size()) {
            return told.stream().map(property ->
                    new CriticalStep(property.id(), number, List.of(), 0)).toList();
        }
        Outlook outlook = outlook(path, known, told).orElseThrow();
        List<CriticalStep> found = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            found.add(known > path.broken(told.get(i))
                    ? new CriticalStep(told.get(i).id(), number, List.of(), 0)
                    : step(path, number, outlook, i, known));
        }
        return found;
    }

    /** The state that breaks it is one that is lost. */
    private CriticalStep step(Path path, long number, Outlook outlook, int property, int known) {
        int lost = known;
        while (fate(outlook, property, path, lost) != Fate.LOST) {
            lost++;
        }
        Property told = outlook.properties().get(property);
        int hope = lost > known ? lost - 1 : lastHope(path, known, told);
        return new CriticalStep(told.id(), number,
                List.copyOf(path.steps.subList(hope, lost)), hope + 1);
    }

    /** The least state of the run behind which there are few enough; as many as it has if none. */
    private int firstKnown(Path path, List<Property> told) {
        int low = 0;
        int high = path.states.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (outlook(path, middle, told).isPresent()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Optional<Outlook> outlook(Path path, int state, List<Property> told) {
        model.frame().load(path.states.get(state), 0);
        return Outlook.of(model, told, mostStates, interrupted);
    }

    private Fate fate(Outlook outlook, int property, Path path, int state) {
        model.frame().load(path.states.get(state), 0);
        return outlook.fate(property, outlook.state(model.fingerprint()));
    }

    /** The last state in front of {@code lost} that is seen to have hope; 0 if none is. */
    private int lastHope(Path path, int lost, Property property) {
        RandomStream stream = RandomStream.named(path.states.size(), "schedules by chance");
        for (int state = lost - 1; state > 0; state--) {
            for (int i = 0; i < SCHEDULES; i++) {
                if (comesToRest(path.states.get(state), property, stream)) {
                    return state;
                }
            }
        }
        return 0;
    }

    private boolean comesToRest(long[] from, Property property, RandomStream stream) {
        model.frame().load(from, 0);
        for (int step = 0; step < MOST_STEPS; step++) {
            int count = model.enabled(enabled);
            if (Outlook.isBroken(property, count == 0)) {
                return false;
            }
            if (count == 0) {
                return true;
            }
            enabled[stream.nextInt(count)].fire();
        }
        return false;
    }

    /** The states that a run comes through, and the steps between them. */
    private static final class Path implements RunObserver {

        private final List<long[]> states = new ArrayList<>();
        private final List<String> steps = new ArrayList<>();
        private final Map<String, Long> broken = new LinkedHashMap<>();
        private Model of;

        @Override
        public void begins(Model begun) {
            of = begun;
            states.add(begun.frame().snapshot());
        }

        @Override
        public void stepped(Step step, long number, long atNs) {
            states.add(of.frame().snapshot());
            steps.add(step.fullName());
        }

        @Override
        public void broken(Property property, long number) {
            broken.putIfAbsent(property.id(), number);
        }

        /** Number of the state that first breaks it; -1 if none does. */
        long broken(Property property) {
            return broken.getOrDefault(property.id(), -1L);
        }
    }
}
