package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/**
 * The properties that one state can settle: it breaks an {@code always} or a {@code never}, or
 * reaches a {@code reachable}. All were unsettled in the state before, which is what is inherited.
 */
final class StateConditions extends InheritedAnswers {

    private final GuardWatch watch;
    private final List<Part> parts;
    private final long[] settling;
    private final long[] open;
    private boolean begun;

    StateConditions(Model model, Predicate<Property> looksAt, GuardWatch watch) {
        this(model, watch, parts(model.properties(), looksAt));
    }

    private StateConditions(Model model, GuardWatch watch, List<Part> parts) {
        super(model, parts.size());
        this.watch = watch;
        this.parts = parts;
        this.settling = new long[longs()];
        this.open = new long[longs()];
        Arrays.fill(open, -1);
    }

    private static List<Part> parts(List<Property> properties, Predicate<Property> looksAt) {
        List<Part> parts = new ArrayList<>();
        for (int place = 0; place < properties.size(); place++) {
            Property property = properties.get(place);
            PropertyKind kind = property.kind();
            boolean ofStates = looksAt.test(property) && (kind == PropertyKind.NEVER
                    || kind == PropertyKind.ALWAYS || kind == PropertyKind.REACHABLE);
            for (BooleanSupplier part : ofStates ? property.cases() : List.<BooleanSupplier>of()) {
                parts.add(new Part(property, place, part, kind != PropertyKind.ALWAYS));
            }
        }
        return parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Tells of each property that the loaded state settles, once. */
    void look(long changed, Consumer<Property> settled) {
        Arrays.fill(settling, 0);
        if (begun) {
            askConcerned(changed, settling, 0);
        } else {
            begun = true;
            askAll(settling, 0);
        }
        for (int slot = 0; slot < settling.length; slot++) {
            while ((settling[slot] & open[slot]) != 0) {
                int part = (slot << 6) + Long.numberOfTrailingZeros(settling[slot] & open[slot]);
                close(parts.get(part).property);
                settled.accept(parts.get(part).property);
            }
        }
    }

    private void close(Property property) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).property == property) {
                open[i >>> 6] &= ~(1L << i);
            }
        }
    }

    @Override
    boolean ask(int condition) {
        Part part = parts.get(condition);
        watch.asks(part.place);
        boolean settles = part.condition.getAsBoolean() == part.settlesWhen;
        watch.asksNobody();
        return settles;
    }

    private record Part(
            Property property, int place, BooleanSupplier condition, boolean settlesWhen) {
    }
}
