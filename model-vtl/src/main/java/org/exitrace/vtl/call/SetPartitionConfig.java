package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Memory;
import org.exitrace.vtl.state.PartitionConfig;

/**
 * HvCallSetVpRegisters of VsmPartitionConfig: enables protections, with the mask that all pages
 * start from. Once that is done, both stay as they are, and the call still succeeds.
 *
 * @param vtl whose configuration
 * @param protects EnableVtlProtection
 * @param mask DefaultVtlProtectionMask
 */
public record SetPartitionConfig(int vtl, boolean protects, int mask) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        site.unlessDenied(code, caller -> caller.number() >= vtl, allowed -> site.partition(
                allowed, inside -> {
                    inside.step("write VsmPartitionConfig of vtl" + vtl,
                            thread -> write(site.guest().memory));
                    site.flush(inside, vtl);
                }));
        code.when(thread -> site.caller(thread).result.isNone(), done -> done.local(thread -> {
            site.guest().memory.promise(vtl);
            site.status(thread, HvStatus.SUCCESS);
        }));
    }

    private void write(Memory memory) {
        PartitionConfig config = memory.config(vtl);
        if (config.protects.isSet()) {
            return;
        }
        config.usual.become(mask);
        if (protects) {
            config.protects.raise();
            memory.protect(vtl, mask);
        }
    }
}
