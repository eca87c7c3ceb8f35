package org.exitrace.vtl.protocol.removal;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** vCPUs that follow a list, and user space that puts a device there and takes it away. */
public final class RemovalRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.LINKED_LAST, ProtocolRule.UNLINKED_FIRST);

    private static final String HAZARD = "docs/vtl.md d.4 R2";

    private RemovalRoom() {
    }

    /** A room with {@code count} vCPUs. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        Listed listed = new Listed(model.region("device"), count);
        model.program("user-space", listed, Listed.owner(rules));
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Reader reader = new Reader(model.region("vcpu" + i), listed, i);
            readers.add(reader);
            model.program("vcpu" + i, reader, Reader.routine(rules));
        }
        model.never("use-after-free", "KVM reads what was freed",
                readers, reader -> reader.freed.isSet())
                .because("protections, or a port, are whatever lies there by then").from(HAZARD);
        model.never("unmade", "KVM reads what is not made yet",
                readers, reader -> reader.unmade.isSet())
                .because("its pointers lead anywhere").from(HAZARD);
        model.reachable("found", "somebody finds what was put there",
                () -> readers.stream().anyMatch(reader -> reader.found.isSet()));
    }
}
