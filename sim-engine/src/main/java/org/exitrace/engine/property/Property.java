package org.exitrace.engine.property;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A named sentence that a modelled system has to keep.
 *
 * <p>Conditions only read; in checked mode the engine proves it at each call.
 */
public final class Property {

    /** Id of the property that the engine adds to every model: nobody is stuck. */
    public static final String DEADLOCK = "deadlock";

    /** Id of the property that a model may ask for: nobody goes round for ever. */
    public static final String LIVELOCK = "livelock";

    private final String id;
    private final PropertyKind kind;
    private final String sentence;
    private final BooleanSupplier trigger;
    private final BooleanSupplier condition;
    private final List<BooleanSupplier> cases;
    private final boolean endsAtRest;
    private Fairness fairness = Fairness.ACTORS;
    private String because = "";
    private String source = "";

    private Property(
            String id, PropertyKind kind, String sentence,
            BooleanSupplier trigger, BooleanSupplier condition, List<BooleanSupplier> cases,
            boolean endsAtRest) {
        this.id = id;
        this.kind = kind;
        this.sentence = sentence;
        this.trigger = trigger;
        this.condition = condition;
        this.cases = cases;
        this.endsAtRest = endsAtRest;
    }

    /** A property of any kind whose condition needs no trigger. */
    public static Property of(
            PropertyKind kind, String id, String sentence, BooleanSupplier condition) {
        return new Property(
                id, kind, sentence, () -> true, condition, List.of(condition), false);
    }

    /** Whenever {@code trigger} holds, {@code goal} holds then or later, on each fair schedule. */
    public static Property eventually(
            String id, String sentence, BooleanSupplier trigger, BooleanSupplier goal) {
        return new Property(
                id, PropertyKind.EVENTUALLY, sentence, trigger, goal, List.of(goal), false);
    }

    /** On each fair schedule comes what {@code goal} tells: that nobody can take a step. */
    public static Property rest(String id, String sentence, BooleanSupplier goal) {
        return new Property(id, PropertyKind.EVENTUALLY, sentence, () -> true, goal,
                List.of(goal), true);
    }

    /** None of {@code cases} holds in any state: one sentence on several things of a kind. */
    public static Property never(String id, String sentence, List<BooleanSupplier> cases) {
        List<BooleanSupplier> all = List.copyOf(cases);
        return new Property(id, PropertyKind.NEVER, sentence, () -> true, () -> {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).getAsBoolean()) {
                    return true;
                }
            }
            return false;
        }, all, false);
    }

    /** Says why the promise is made. */
    public Property because(String reason) {
        because = reason;
        return this;
    }

    /** Says where the promise was read. */
    public Property from(String readIn) {
        source = readIn;
        return this;
    }

    /** Says under which fairness an {@code eventually} is owed. */
    public Property under(Fairness assumed) {
        fairness = assumed;
        return this;
    }

    /** Short stable name, as scenarios write it. */
    public String id() {
        return id;
    }

    /** When the condition has to hold. */
    public PropertyKind kind() {
        return kind;
    }

    /** The promise in words. */
    public String sentence() {
        return sentence;
    }

    /** Why the promise is made. */
    public String because() {
        return because;
    }

    /** Where the promise was read. */
    public String source() {
        return source;
    }

    /** The fairness under which an {@code eventually} is owed. */
    public Fairness fairness() {
        return fairness;
    }

    /** The condition holds where any of these does; usually it is the only one. */
    public List<BooleanSupplier> cases() {
        return cases;
    }

    /** Whether its goal is that nobody can take a step, which a run knows without asking it. */
    public boolean endsAtRest() {
        return endsAtRest;
    }

    /** Whether the condition holds in the state that is loaded now. */
    public boolean conditionHolds() {
        return condition.getAsBoolean();
    }

    /** Whether an {@code eventually} is owed from the state that is loaded now. */
    public boolean triggerHolds() {
        return trigger.getAsBoolean();
    }

    /** Whether this state alone breaks the property, wherever it lies on a schedule. */
    public boolean isBrokenHere() {
        return switch (kind) {
            case ALWAYS -> !condition.getAsBoolean();
            case NEVER -> condition.getAsBoolean();
            default -> false;
        };
    }

    /** The sentence with its kind in front, and the reason behind. */
    @Override
    public String toString() {
        return kind + ": " + sentence + (because.isEmpty() ? "" : ", because " + because);
    }
}
