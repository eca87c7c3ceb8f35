package org.exitrace.scenarios.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationEnd;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyColumn;
import org.exitrace.scenarios.family.FamilyScenario;
import org.exitrace.scenarios.file.ExplorationPlan;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.profile.ProfileFile;

/**
 * Compares the designs of a family: one search for each machine in each design, which decides all
 * rows there. Searches are made side by side, and what they find depends on no other.
 */
public final class Comparison {

    private final Family family;
    private long mostStates = Long.MAX_VALUE;
    private int threads = Runtime.getRuntime().availableProcessors();
    private BooleanSupplier stopped = () -> false;
    private Consumer<ComparisonProgress> listener = progress -> { };
    private Optional<ProfileFile> profile = Optional.empty();

    /** Compares the columns of {@code family}. */
    public Comparison(Family family) {
        this.family = family;
    }

    /** Finds at most so many states in each search, even where a scenario allows more. */
    public Comparison atMostStates(long count) {
        mostStates = count;
        return this;
    }

    /** Works in so many threads; in one for each processor unless told otherwise. */
    public Comparison threads(int count) {
        threads = count;
        return this;
    }

    /** Asks now and then, in all threads, whether to stop; what is over then counts. */
    public Comparison until(BooleanSupplier stop) {
        stopped = stop;
        return this;
    }

    /** Tells {@code told} now and then how far it is, in one thread at a time. */
    public Comparison tell(Consumer<ComparisonProgress> told) {
        listener = told;
        return this;
    }

    /** Takes times from {@code other} and not from the profiles that scenarios name. */
    public Comparison times(ProfileFile other) {
        profile = Optional.of(other);
        return this;
    }

    /** Searches and measures, and tells what came of it. */
    public ComparisonResult go() {
        List<ComparedSearch> planned = planned();
        ComparisonCount count = new ComparisonCount(
                planned.size() + family.operations().size() * family.columns().size(), listener);
        return new ComparisonResult(family, mostStates, searched(planned, count),
                new Measuring(family, profile, threads, stopped, count).go());
    }

    private List<ComparedSearch> planned() {
        List<ComparedSearch> planned = new ArrayList<>();
        for (FamilyScenario scenario : family.scenarios()) {
            for (FamilyColumn column : family.columns()) {
                if (family.rowsIn(scenario).findAny().isPresent()) {
                    scenario.design(column).ifPresent(design -> planned.add(
                            new ComparedSearch(scenario, column, design, Optional.empty())));
                }
            }
        }
        return planned;
    }

    private List<ComparedSearch> searched(List<ComparedSearch> planned, ComparisonCount count) {
        int sides = Math.max(1, Math.min(threads, planned.size()));
        List<Callable<ComparedSearch>> jobs = new ArrayList<>();
        planned.forEach(search -> jobs.add(() -> searched(search, sides, count)));
        List<ComparedSearch> results = new ArrayList<>();
        for (ComparedSearch search : Jobs.in(sides, jobs)) {
            results.add(sides > 1 && lacksMemory(search) ? searched(search, 1, count) : search);
        }
        return results;
    }

    /** What one search was refused since others had their share is no statement on the design. */
    private static boolean lacksMemory(ComparedSearch search) {
        return search.result().filter(found ->
                found.end() == ExplorationEnd.MEMORY_LIMIT).isPresent();
    }

    private ComparedSearch searched(ComparedSearch search, int sides, ComparisonCount count) {
        if (stopped.getAsBoolean()) {
            return search;
        }
        ScenarioDesign design = search.design();
        ExplorationPlan plan = design.exploration().orElse(ExplorationPlan.USUAL);
        Bounds bounds = plan.bounds().states(Math.min(plan.mostStates(), mostStates));
        Set<String> ids = family.rowsIn(search.scenario()).map(row -> row.property().id())
                .collect(Collectors.toSet());
        long[] told = new long[1];
        ExplorationResult result = new Exploration(search.scenario().scenario().build(design))
                .order(plan.order()).within(bounds.bytes(bounds.mostBytes() / sides))
                .lookingAt(property -> property.kind() == PropertyKind.REACHABLE
                        || ids.contains(property.id()))
                .until(() -> {
                    count.tell();
                    return stopped.getAsBoolean();
                }).tell(progress -> {
                    count.found(progress.states() - told[0]);
                    told[0] = progress.states();
                }).go();
        count.found(result.states() - told[0]);
        count.ended();
        return new ComparedSearch(
                search.scenario(), search.column(), design, Optional.of(result));
    }
}
