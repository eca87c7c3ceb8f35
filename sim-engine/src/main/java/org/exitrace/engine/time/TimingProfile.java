package org.exitrace.engine.time;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each key costs on one platform. Immutable. */
public final class TimingProfile {

    private static final Duration NOTHING = Duration.constant(0);

    private final String name;
    private final Map<String, Cost> costs;

    private TimingProfile(String name, Map<String, Cost> costs) {
        this.name = name;
        this.costs = costs;
    }

    /** A profile that knows no key yet. */
    public static TimingProfile named(String name) {
        return new TimingProfile(name, Map.of());
    }

    /**
     * The same profile with one key more.
     *
     * @param key as steps name it
     * @param duration what it costs
     * @param source where the figure was read; for an assumption this says so
     */
    public TimingProfile with(String key, Duration duration, String source) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException(
                    "profile '" + name + "': the empty key is for steps that cost nothing");
        }
        Map<String, Cost> more = new LinkedHashMap<>(costs);
        if (more.put(key, new Cost(duration, source)) != null) {
            throw new IllegalArgumentException(
                    "profile '" + name + "' has key '" + key + "' twice");
        }
        return new TimingProfile(name, Collections.unmodifiableMap(more));
    }

    /**
     * The same profile with another time for a key that it has.
     *
     * @throws UnknownCostException where it has none of that name
     */
    public TimingProfile replacing(String key, Duration duration, String source) {
        Map<String, Cost> changed = new LinkedHashMap<>(costs);
        if (changed.replace(key, new Cost(duration, source)) == null) {
            throw unknown(key);
        }
        return new TimingProfile(name, Collections.unmodifiableMap(changed));
    }

    /** The profile's name. */
    public String name() {
        return name;
    }

    /** All keys with what they cost, in order. */
    public Map<String, Cost> costs() {
        return costs;
    }

    /** What {@code key} costs; the empty key costs nothing. */
    public Duration duration(String key) {
        if (key.isEmpty()) {
            return NOTHING;
        }
        Cost cost = costs.get(key);
        if (cost == null) {
            throw unknown(key);
        }
        return cost.duration();
    }

    private UnknownCostException unknown(String key) {
        return new UnknownCostException("profile '" + name + "' has no cost '" + key
                + "'; add it with its source, or choose a profile that has it");
    }

    /**
     * What a key costs.
     *
     * @param duration the time
     * @param source where it was read
     */
    public record Cost(Duration duration, String source) {
    }
}
