package org.exitrace.vtl.protocol;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;

/** The one factory of rooms in which one protocol is tried alone. */
public final class ProtocolMachine {

    private ProtocolMachine() {
    }

    /** A room in its first state; {@code design} answers the questions of its story. */
    public static Model of(ProtocolShape shape, Design design) {
        ModelBuilder model = new ModelBuilder("vtl-protocol", design);
        shape.story().furnish(model, shape);
        return model.build();
    }
}
