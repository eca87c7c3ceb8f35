package org.exitrace.vtl.protocol.reset;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** Processors that are reset, each by its own thread, and a producer of work for them. */
public final class ResetRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.RESUMED_LAST, ProtocolRule.RESUMED_LAST);

    private ResetRoom() {
    }

    /** A room with {@code count} processors. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        List<ResetVp> vps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ResetVp vp = new ResetVp(model.region("vp" + i));
            vps.add(vp);
            model.program("vp" + i, vp, ResetVp.thread());
        }
        Partition partition = new Partition(model.region("partition"), vps);
        model.program("partition", partition,
                Partition.reset(ProtocolRules.of(model.design()), count));
        model.program("producer", partition, Partition.producer(count));
        model.never("I-69", "a producer goes on before each processor is through its reset",
                partition::isEarly)
                .because("what it gives belongs to the next life").from("docs/vtl.md I-69");
        model.atRest("given", "each processor has the work of its next life",
                () -> !partition.hasLost())
                .because("it was forgotten with that of the last").from("docs/vtl.md f.5");
        model.reachable("resumed", "the producer has given its work", partition.given::isSet);
    }
}
