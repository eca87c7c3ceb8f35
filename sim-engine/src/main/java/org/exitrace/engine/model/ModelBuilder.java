package org.exitrace.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.routine.AtOnce;
import org.exitrace.engine.routine.Program;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.LayoutBuilder;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.StepSource;

/** Where components declare regions, actors, steps, programs and properties. */
public final class ModelBuilder {

    private final String name;
    private final Design design;
    private final LayoutBuilder layout = new LayoutBuilder();
    private final List<Actor> actors = new ArrayList<>();
    private final List<StepSource> sources = new ArrayList<>();
    private final List<Program<?>> programs = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();

    /** Opens a model of that name whose switches stand as {@code design} says. */
    public ModelBuilder(String name, Design design) {
        this.name = name;
        this.design = design;
    }

    /** The design that the model is built for. */
    public Design design() {
        return design;
    }

    /** Opens a region; its cells begin at a word of their own. */
    public CellScope region(String regionName) {
        return layout.region(regionName);
    }

    /** Declares an actor; ties in time go to the one that was declared first. */
    public Actor actor(String actorName) {
        if (actors.stream().anyMatch(actor -> actor.name().equals(actorName))) {
            throw new IllegalArgumentException("actor '" + actorName + "' is declared twice");
        }
        Actor actor = new Actor(actors.size(), actorName);
        actors.add(actor);
        return actor;
    }

    /** Begins sentences of the form: {@code actor} can step, when, then. */
    public <R> Steps<R> on(Actor actor, R region) {
        return new Steps<>(this, actor, region);
    }

    /** Lets {@code actor} run {@code routine} on {@code region}, counted by {@code counter}. */
    public <R> Program<R> program(
            Actor actor, R region, ProgramCounter counter, Routine<R> routine) {
        Program<R> program = new Program<>(actor, region, counter, routine);
        programs.add(program);
        sources.add(program);
        return program;
    }

    /** An actor of that name runs {@code routine}, counted by cell {@code at} of NAME.code. */
    public <R> Program<R> program(String actor, R region, Routine<R> routine) {
        return program(actor(actor), region,
                new ProgramCounter(region(actor + ".code"), "at"), routine);
    }

    /**
     * Links {@code routine} to be run at once, inside steps of others; its own steps are none of
     * the model's.
     */
    public <R> AtOnce<R> atOnce(
            Actor actor, R region, ProgramCounter counter, Routine<R> routine) {
        Program<R> program = new Program<>(actor, region, counter, routine);
        programs.add(program);
        return new AtOnce<>(program, counter);
    }

    /** The condition holds in every state. */
    public Property always(String id, String sentence, BooleanSupplier condition) {
        return add(Property.of(PropertyKind.ALWAYS, id, sentence, condition));
    }

    /** The condition holds in no state. */
    public Property never(String id, String sentence, BooleanSupplier condition) {
        return add(Property.of(PropertyKind.NEVER, id, sentence, condition));
    }

    /** The condition holds, for none of {@code regions}, in any state. */
    public <R> Property never(
            String id, String sentence, List<R> regions, Predicate<R> condition) {
        List<BooleanSupplier> cases = new ArrayList<>();
        for (R region : regions) {
            cases.add(() -> condition.test(region));
        }
        return add(Property.never(id, sentence, cases));
    }

    /** The condition holds in some state: the model is able to get there. */
    public Property reachable(String id, String sentence, BooleanSupplier condition) {
        return add(Property.of(PropertyKind.REACHABLE, id, sentence, condition));
    }

    /** The condition holds whenever nobody can take a step. */
    public Property atRest(String id, String sentence, BooleanSupplier condition) {
        return add(Property.of(PropertyKind.AT_REST, id, sentence, condition));
    }

    /** Once {@code trigger} held, {@code goal} holds then or later, on each fair schedule. */
    public Property eventually(
            String id, String sentence, BooleanSupplier trigger, BooleanSupplier goal) {
        return add(Property.eventually(id, sentence, trigger, goal));
    }

    /**
     * Each fair schedule comes to rest: nobody goes round for ever. Without it a promise at rest
     * says nothing of a schedule that never gets there. A search then keeps the whole graph.
     */
    public Property comesToRest() {
        return add(Rest.promised(sources));
    }

    /** Closes the model: packs the vector, numbers the steps, loads the first state. */
    public Model build() {
        return new Model(name, design, layout, actors, sources, programs, properties);
    }

    void add(StepSource source) {
        sources.add(source);
    }

    private Property add(Property property) {
        if (properties.stream().anyMatch(other -> other.id().equals(property.id()))) {
            throw new IllegalArgumentException(
                    "property '" + property.id() + "' is declared twice");
        }
        properties.add(property);
        return property;
    }
}
