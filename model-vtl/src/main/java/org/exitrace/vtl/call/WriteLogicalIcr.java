package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Vp;

/**
 * A write of the ICR with a logical destination, which the host intercepts: local APICs of the VTL
 * that writes are looked at one after the other, and those get it that the destination names. It
 * may name the local APIC that writes.
 *
 * @param destination which local APICs
 * @param vector which vector
 */
public record WriteLogicalIcr(long destination, int vector) implements ApicWrite {

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.LOGICAL_IDS);
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.local(thread -> site.caller(thread).asks(0));
        for (Vp target : site.guest().vps()) {
            List<Consumer<Block<S>>> ways = new ArrayList<>();
            for (int i = 0; i < target.vtls().size(); i++) {
                int vtl = i;
                ways.add(way -> site.logical(way, target.vtl(vtl), destination, vector));
            }
            code.select(thread -> site.caller(thread).number(), ways);
        }
        code.local(thread -> {
            site.caller(thread).hasAsked();
            site.status(thread, HvStatus.SUCCESS);
        });
    }
}
