package org.exitrace.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.routine.Program;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.state.LayoutBuilder;
import org.exitrace.engine.state.StateLayout;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * A closed model: it knows its first state, what can be done in the state that is loaded, and
 * which promises that state breaks. Made anew for each worker, since it has one frame.
 */
public final class Model {

    private final String name;
    private final Design design;
    private final StateLayout layout;
    private final Frame frame;
    private final List<Actor> actors;
    private final StepSource[] sources;
    private final List<Step> steps;
    private final List<Property> properties;
    private final long[] first;

    Model(String name, Design design, LayoutBuilder open, List<Actor> actors,
            List<StepSource> sources, List<Program<?>> programs, List<Property> declared) {
        this.name = name;
        this.design = design;
        this.actors = List.copyOf(actors);
        this.sources = sources.toArray(StepSource[]::new);
        this.steps = number(sources);
        this.layout = open.close();
        this.frame = open.frame();
        programs.forEach(Program::settle);
        programs.forEach(Program::begin);
        this.first = frame.snapshot();
        List<Property> all = new ArrayList<>(declared);
        all.add(Property.of(PropertyKind.AT_REST, Property.DEADLOCK,
                "whoever still has something to do can do it", () -> !somebodyWaits())
                .because("who waits for what never comes hangs the machine"));
        this.properties = List.copyOf(all);
    }

    private Model(Model other, List<Property> properties) {
        this.name = other.name;
        this.design = other.design;
        this.actors = other.actors;
        this.sources = other.sources;
        this.steps = other.steps;
        this.layout = other.layout;
        this.frame = other.frame;
        this.first = other.first;
        this.properties = List.copyOf(properties);
    }

    /** The same model on the same frame, which also promises to come to rest, if it did not. */
    public Model promisingRest() {
        if (property(Property.LIVELOCK).isPresent()) {
            return this;
        }
        List<Property> all = new ArrayList<>(properties);
        all.add(all.size() - 1, Rest.promised(Arrays.asList(sources)));
        return new Model(this, all);
    }

    /** The same model on the same frame, which promises this and nothing else. */
    public Model promisingOnly(Property promised) {
        return new Model(this, List.of(promised));
    }

    private static List<Step> number(List<StepSource> sources) {
        List<Step> all = new ArrayList<>();
        for (StepSource source : sources) {
            for (Step step : source.steps()) {
                step.number(all.size());
                all.add(step);
            }
        }
        return List.copyOf(all);
    }

    /** The model's name. */
    public String name() {
        return name;
    }

    /** The design that it was built for. */
    public Design design() {
        return design;
    }

    /** Names, types and places of its cells. */
    public StateLayout layout() {
        return layout;
    }

    /** The vector that is loaded now. */
    public Frame frame() {
        return frame;
    }

    /** Its actors in declaration order. */
    public List<Actor> actors() {
        return actors;
    }

    /** All its steps, by {@link Step#index()}. */
    public List<Step> steps() {
        return steps;
    }

    /** All its properties, the engine's own {@link Property#DEADLOCK} last. */
    public List<Property> properties() {
        return properties;
    }

    /** The property of that id. */
    public Optional<Property> property(String id) {
        return properties.stream().filter(property -> property.id().equals(id)).findFirst();
    }

    /** Who offers steps, in declaration order: the units of incremental enabledness. */
    public int sourceCount() {
        return sources.length;
    }

    /** The {@code index}-th of those who offer steps. */
    public StepSource source(int index) {
        return sources[index];
    }

    /** Loads the first state. */
    public void reset() {
        frame.load(first, 0);
    }

    /** A copy of the first state. */
    public long[] firstState() {
        return first.clone();
    }

    /** An array that is large enough for {@link #enabled}. */
    public Step[] stepBuffer() {
        return new Step[steps.size()];
    }

    /** Writes the steps that are enabled now, in the order of their sources, and counts them. */
    public int enabled(Step[] into) {
        int count = 0;
        for (StepSource source : sources) {
            count = source.offer(into, count);
        }
        return count;
    }

    /** The fingerprint of the state that is loaded now. */
    public long fingerprint() {
        return Fingerprint.of(frame, layout.hashedWords());
    }

    /** Whether somebody waits who ought not to, as it is when nobody can take a step. */
    public boolean somebodyWaits() {
        for (StepSource source : sources) {
            if (source.waits()) {
                return true;
            }
        }
        return false;
    }

    /** Who waits where, in words, in the state that is loaded now. */
    public List<String> waiting() {
        List<String> places = new ArrayList<>();
        for (StepSource source : sources) {
            if (source.waits()) {
                places.add(source.actor() + " at " + source.waitsAt());
            }
        }
        return places;
    }
}
