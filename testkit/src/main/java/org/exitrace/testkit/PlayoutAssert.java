package org.exitrace.testkit;

import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;

/** Assertions about one run. */
public final class PlayoutAssert extends AbstractAssert<PlayoutAssert, Playout> {

    PlayoutAssert(Playout playout) {
        super(playout, PlayoutAssert.class);
    }

    /** The run breaks none of the model's promises. */
    public PlayoutAssert isClean() {
        actual.result().broken().keySet().stream().findFirst().ifPresent(this::failFor);
        return this;
    }

    /** The run does not break the property of that id; the model must have it. */
    public PlayoutAssert keeps(String id) {
        mustBeAskable(id);
        broken(id).ifPresent(this::failFor);
        return this;
    }

    /** The run breaks the property of that id. */
    public PlayoutAssert breaks(String id) {
        mustBeAskable(id);
        if (broken(id).isEmpty()) {
            throw failure("%s", "'" + id + "' is not broken by these " + actual);
        }
        return this;
    }

    private void mustBeAskable(String id) {
        Property property = DeclaredProperty.of(actual.factory().make(), id);
        if (property.kind() == PropertyKind.REACHABLE) {
            throw failure("%s", "'" + id + "' is of kind reachable, which no single run can break;"
                    + " assert reaches(\"" + id + "\") of the model");
        }
    }

    private Optional<Property> broken(String id) {
        return actual.result().broken().keySet().stream()
                .filter(property -> property.id().equals(id)).findFirst();
    }

    private void failFor(Property property) {
        throw failure("%s", BrokenPromise.of(property, actual));
    }
}
