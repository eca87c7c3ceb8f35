package org.exitrace.vtl.protocol.inhibit;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** One vCPU that flushes the TLBs of others, each of which is inhibited and released. */
public final class InhibitRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.INHIBIT_SYNCS, ProtocolRule.RETRY_LOOKS_AT_ALL);

    private InhibitRoom() {
    }

    /** A room with {@code count} vCPUs beside the flusher. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        Flusher flusher = new Flusher(model.region("flusher"), count);
        for (int i = 0; i < count; i++) {
            flusher.targets.add(
                    new InhibitedVcpu(model.region("vcpu" + i), i, count, flusher));
            model.program("inhibitor" + i, flusher.targets.get(i),
                    InhibitedVcpu.routine(rules, flusher));
        }
        model.program("flusher", flusher, Flusher.routine(rules));
        model.never("I-39", "a flush of a vCPU is queued while that vCPU is inhibited",
                flusher.targets, target -> target.intruded.isSet())
                .because("the translation that VTL 1 relies on is dropped")
                .from("docs/vtl.md I-39");
        model.never("I-61", "a vCPU is suspended for one that is released",
                flusher.targets, InhibitedVcpu::isWaitedForInVain)
                .because("nobody wakes it").from("docs/vtl.md I-61");
        model.atRest("flushed", "the flush has come to its end", flusher.ended::isSet)
                .because("the caller never runs again").from("docs/vtl.md d.8");
        model.reachable("suspended", "the flusher is suspended", flusher.own::holds);
    }
}
