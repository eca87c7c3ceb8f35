package org.exitrace.engine.explore;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellClass;
import org.exitrace.engine.state.CellObserver;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * Checked mode: who asks must not write, and a guard must not look at what is there for properties
 * or statistics only. Does nothing unless it was asked for.
 */
final class GuardWatch implements CellObserver {

    private static final int NOBODY = -1;

    private final Model model;
    private final boolean on;
    private StepSource source;
    private final List<Property> properties;
    private int property = NOBODY;

    GuardWatch(Model model, boolean on) {
        this.model = model;
        this.on = on;
        this.properties = model.properties();
    }

    void begin() {
        if (on) {
            model.frame().observe(this);
        }
    }

    void end() {
        if (on) {
            model.frame().observe(null);
        }
    }

    /** Asks everybody, and refuses an answer that differs from what was inherited. */
    void confirm(int[] inherited, int count) {
        if (!on) {
            return;
        }
        Step[] asked = model.stepBuffer();
        int all = 0;
        for (int i = 0; i < model.sourceCount(); i++) {
            source = model.source(i);
            all = source.offer(asked, all);
        }
        source = null;
        Set<Step> odd = new LinkedHashSet<>(Arrays.asList(asked).subList(0, all));
        for (int i = 0; i < count; i++) {
            Step step = model.steps().get(inherited[i]);
            if (!odd.remove(step)) {
                odd.add(step);
            }
        }
        if (!odd.isEmpty()) {
            throw new IllegalStateException("whether '" + odd.iterator().next().fullName()
                    + "' can be taken depends on something beside cells; guards look at cells"
                    + " only, keep it in one");
        }
    }

    /** The condition of the property of that place is asked from now on. */
    void asks(int place) {
        property = place;
    }

    /** Guards of {@code asked} are asked from now on. */
    void asks(StepSource asked) {
        if (on) {
            source = asked;
        }
    }

    /** Nobody is asked; the answer was fine. */
    void asksNobody() {
        property = NOBODY;
        if (on) {
            source = null;
        }
    }

    /** Who was asked when something failed; empty if it was not a question. */
    String asked() {
        return property != NOBODY ? "property '" + properties.get(property).id() + "'"
                : source != null ? "a guard of " + source.actor() : "";
    }

    @Override
    public void read(Cell cell) {
        if (source != null && cell.cellClass() != CellClass.ESSENTIAL) {
            throw new IllegalStateException("a guard of " + source.actor() + " reads cell '"
                    + cell.name() + "', which is " + cell.cellClass()
                    + ": guards depend on essential cells only; declare it as one");
        }
    }

    @Override
    public void written(Cell cell, boolean changes) {
        if (source != null || property != NOBODY) {
            throw new IllegalStateException(asked() + " writes cell '" + cell.name()
                    + "'; guards and properties only read, move the write into an effect");
        }
    }
}
