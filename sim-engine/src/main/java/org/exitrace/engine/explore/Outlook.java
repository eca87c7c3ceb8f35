package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.step.Step;

/**
 * What can still become of some properties, in each state that a machine gets into from one of its
 * states on: {@link Fate} by reachability in the whole graph of states, untimed.
 *
 * <p>May be asked by several threads at a time.
 */
public final class Outlook {

    /** In place of a number of steps: there is no way. */
    public static final int NOWHERE = Integer.MAX_VALUE;

    private static final int UNKNOWN = -1;

    private final OutlookSearch search;
    private final List<Property> properties;
    private final byte[][] fates;
    private final DebtWays[] debts;

    private Outlook(OutlookSearch search, List<Property> properties) {
        this.search = search;
        this.properties = properties;
        this.fates = new byte[properties.size()][];
        this.debts = new DebtWays[fates.length];
        for (int i = 0; i < fates.length; i++) {
            debts[i] = tells(properties.get(i)) ? null : search.debt(i);
            fates[i] = debts[i] == null
                    ? new FateOrder(search.graph(), search.bad(i)).fates()
                    : new FateOrder(debts[i], debts[i].doomed()).fates();
        }
    }

    /**
     * Looks at all states behind the one that is loaded, which stays loaded.
     *
     * @param properties those of which it is to be told; it {@link #follows} each
     * @param mostStates how many states at most
     * @param stop asked now and then whether to stop
     * @return nothing where there are more states, or it was stopped
     */
    public static Optional<Outlook> of(
            Model model, List<Property> properties, long mostStates, BooleanSupplier stop) {
        for (Property property : properties) {
            if (!follows(property)) {
                throw new IllegalArgumentException("'" + property.id() + "' is "
                        + property.kind() + ", which says nothing of a way by itself");
            }
        }
        long[] here = model.frame().snapshot();
        OutlookSearch search = new OutlookSearch(model, properties);
        try {
            return search.go(mostStates, stop)
                    ? Optional.of(new Outlook(search, properties)) : Optional.empty();
        } finally {
            model.frame().load(here, 0);
        }
    }

    /** Whether a state can break the property, so that each state has a fate. */
    public static boolean tells(Property property) {
        return property.kind() == PropertyKind.ALWAYS || property.kind() == PropertyKind.NEVER
                || property.kind() == PropertyKind.AT_REST;
    }

    /**
     * Whether states have a fate for the property: also an {@code eventually} does, with what is
     * owed. That is lost where no continuation pays; a round that never pays, and from which a way
     * leads that would, is not.
     */
    public static boolean follows(Property property) {
        return tells(property) || property.kind() == PropertyKind.EVENTUALLY;
    }

    /**
     * Where a run is for a property that it follows: what the fate is asked of. The number of the
     * state, or another where an {@code eventually} is owed.
     *
     * @param before where it was in the state before; -1 if there is none
     * @param state the number of the state that it is in
     */
    public int place(int property, int before, int state) {
        return debts[property] == null ? state
                : debts[property].into(state, before >= states());
    }

    /** Whether the state that is loaded breaks a property that it {@linkplain #tells}. */
    public static boolean isBroken(Property property, boolean isAtRest) {
        return property.kind() == PropertyKind.AT_REST
                ? isAtRest && !property.conditionHolds() : property.isBrokenHere();
    }

    /** How many states there are. */
    public int states() {
        return search.graph().states();
    }

    /** Of which it tells. */
    public List<Property> properties() {
        return properties;
    }

    /**
     * The number of the state of that fingerprint, from 0.
     *
     * @throws IllegalArgumentException where it is none of those that were found
     */
    public int state(long fingerprint) {
        int number = search.number(fingerprint);
        if (number == UNKNOWN) {
            throw new IllegalArgumentException("no state of this machine has fingerprint "
                    + Long.toHexString(fingerprint) + "; look out from the run's first state");
        }
        return number;
    }

    /** What can become of the {@code property}-th property from {@code place} on. */
    public Fate fate(int property, int place) {
        return fate(fates[property][place]);
    }

    /**
     * Whether the race is on: the fate is open, and one of the steps that can be taken next seals
     * it, so that the property is lost behind it.
     */
    public boolean isVulnerable(int property, int place) {
        return (fates[property][place] & FateOrder.SEALABLE) != 0;
    }

    /**
     * By state, the least steps to one that breaks the property, which it {@linkplain #tells};
     * {@link #NOWHERE} without way.
     */
    public int[] stepsToBreak(int property) {
        return new LeastSteps(search.graph(), search.bad(property)).all();
    }

    /**
     * What can be taken in {@code state} so that the property, which it {@linkplain #tells}, is
     * not lost behind it.
     */
    public List<Step> waysOut(int property, int state, List<Step> steps) {
        List<Step> ways = new ArrayList<>();
        StateGraph graph = search.graph();
        for (int edge = graph.begin(state); edge < graph.begin(state + 1); edge++) {
            if (fate(property, graph.target(edge)) != Fate.LOST) {
                ways.add(steps.get(graph.step(edge)));
            }
        }
        return ways;
    }

    private static Fate fate(byte bits) {
        return (bits & FateOrder.HOPE) == 0 ? Fate.LOST
                : (bits & FateOrder.DANGER) == 0 ? Fate.SAFE : Fate.OPEN;
    }
}
