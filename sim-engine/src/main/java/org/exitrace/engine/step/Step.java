package org.exitrace.engine.step;

/**
 * A guarded command: when its guard holds, it may change the state, atomically.
 *
 * <p>Its full name, the actor's followed by its own, is what schedules store; at most one step of
 * that name is enabled in a state.
 */
public abstract class Step {

    private final Actor actor;
    private final String name;
    private final String fullName;
    private String source = "";
    private String costKey = "";
    private String delayKey = "";
    private int index = -1;

    /** A step of {@code actor}; the name is unique among what the actor can do at one time. */
    protected Step(Actor actor, String name) {
        this.actor = actor;
        this.name = name;
        this.fullName = actor.name() + " " + name;
    }

    /** Whether the step may be taken now, where its source offers it at all; reads only. */
    public abstract boolean enabled();

    /** Takes the step: changes the state that the frame holds. */
    public abstract void fire();

    /** Who takes it. */
    public final Actor actor() {
        return actor;
    }

    /** Its name without the actor's. */
    public final String name() {
        return name;
    }

    /** Actor and name, as schedules store it. */
    public final String fullName() {
        return fullName;
    }

    /** Place among all steps of the model, in declaration order. */
    public final int index() {
        return index;
    }

    /** Where the modelled behaviour was read. */
    public final String source() {
        return source;
    }

    /** Key of the time for which the actor is busy once it has taken the step; may be empty. */
    public final String costKey() {
        return costKey;
    }

    /** Key of the time that passes from becoming enabled to the earliest start; may be empty. */
    public final String delayKey() {
        return delayKey;
    }

    /** Fixes what is known of the step beside guard and effect. */
    public final void annotate(String readIn, String cost, String delay) {
        source = readIn;
        costKey = cost;
        delayKey = delay;
    }

    /** Gives the step its place; done once, by the model. */
    public final void number(int position) {
        index = position;
    }

    @Override
    public final String toString() {
        return fullName;
    }
}
