package org.exitrace.vtl.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;

/** The one factory of rooms in which one protocol is tried alone. */
public final class ProtocolMachine {

    /** All questions that designs of the protocols answer. */
    public static final List<Switch<?>> SWITCHES = Arrays.stream(ProtocolStory.values())
            .<Switch<?>>flatMap(story -> story.switches().stream()).distinct().toList();

    private ProtocolMachine() {
    }

    /** Why there is no such room, in one sentence that names the remedy. */
    public static Optional<String> refuses(ProtocolShape shape, Design design) {
        List<String> known = shape.story().switches().stream().map(Switch::name).toList();
        return design.differences().keySet().stream().filter(name -> !known.contains(name))
                .findFirst().map(name -> "the story '" + shape.story().label() + "' has no '"
                        + name + "'; leave it out, or take the story that has it");
    }

    /** A room in its first state. */
    public static Model of(ProtocolShape shape, Design design) {
        ModelBuilder model = new ModelBuilder("vtl-protocol", design);
        shape.story().furnish(model, shape);
        return model.build();
    }
}
