package org.exitrace.vtl.protocol.runloop;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor that runs VTL 0 from VTL 2, and some who post work to it. */
public final class RunLoopRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.CANCEL_TESTED_OFF, ProtocolRule.DONE_AWAITED);

    private RunLoopRoom() {
    }

    /** A room with {@code count} posters. */
    public static void furnish(ModelBuilder model, int levels, int count) {
        ProtocolRules rules = ProtocolRules.of(model.design());
        RunLoop loop = new RunLoop(model.region("vp0"), count);
        model.program("vp0", loop, RunLoop.routine(rules));
        List<Poster> posters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Poster poster = new Poster(model.region("poster" + i), loop, i);
            posters.add(poster);
            model.program("poster" + i, poster, Poster.routine(rules));
        }
        model.never("I-42", "a flush returns while its target runs on with old translations",
                posters, poster -> poster.early.isSet())
                .because("the guest reads through what its owner believes to be gone")
                .from("docs/vtl.md I-42");
        model.atRest("posted", "all work that was posted is done", loop.work::isEmpty)
                .because("VTL 0 runs on, and the message or start waits for the next exit")
                .from("docs/vtl.md f.1");
        model.reachable("lower", "VTL 0 runs", loop.lowerRuns::isSet);
    }
}
