package org.exitrace.engine.explore;

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

    private final Model model;
    private final boolean on;
    private StepSource source;
    private Property property;

    GuardWatch(Model model, boolean on) {
        this.model = model;
        this.on = on;
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

    /** What is enabled now, as {@link Model#enabled} has it. */
    int enabled(Step[] into) {
        if (!on) {
            return model.enabled(into);
        }
        int count = 0;
        for (int i = 0; i < model.sourceCount(); i++) {
            source = model.source(i);
            count = source.offer(into, count);
        }
        source = null;
        return count;
    }

    void asks(Property asked) {
        property = asked;
    }

    void asksNobody() {
        property = null;
    }

    /** Who was asked when something failed; empty if it was not a question. */
    String asked() {
        return property != null ? "property '" + property.id() + "'"
                : source != null ? "a guard of " + source.actor() : "";
    }

    void forget() {
        property = null;
        source = null;
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
    public void written(Cell cell) {
        if (source != null || property != null) {
            throw new IllegalStateException(asked() + " writes cell '" + cell.name()
                    + "'; guards and properties only read, move the write into an effect");
        }
    }
}
