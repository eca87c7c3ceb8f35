package org.exitrace.vtl.protocol.blocks;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** VTL 0 makes a hypercall on one processor, VTL 1 protects its block's page on another. */
public final class BlocksRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.BLOCKS_CHECKED, ProtocolRule.ACCESS_AWAITED);

    private BlocksRoom() {
    }

    /** A room with one call. */
    public static void furnish(ModelBuilder model, int levels, int others) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        ProtectedPage page = new ProtectedPage(model.region("page"));
        BlockCall call = new BlockCall(model.region("vp0.vtl0"), page);
        model.program("vp0-vtl0", call, BlockCall.routine(rules));
        model.program("vp1-vtl1", page, ProtectedPage.protection(rules));
        model.never("I-37", "the host reads or writes for VTL 0 what VTL 1 had protected before",
                call.deputy::isSet)
                .because("VTL 0 has VTL 1's secrets copied, or its data overwritten")
                .from("docs/vtl.md I-37");
        model.never("I-35", "an access that was allowed ends behind a protection that forbids it",
                call.overtaken::isSet)
                .because("VTL 1 takes the page for its own").from("docs/vtl.md I-35");
        model.reachable("done", "the call succeeds", call::isDone);
    }
}
