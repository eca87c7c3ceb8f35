package org.exitrace.vtl.protocol.intercept;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** VTL 1's vCPU, whose thread makes the message. */
final class InterceptMessage extends Region {

    private static final int MOST = 2;

    final FaultingVcpu lower;
    private final CountCell rip = cells().count("rip", MOST);
    /** The message lies in SINT0's slot. */
    final FlagCell posted = cells().flag("posted");
    /** It has registers of another moment, or of another VTL. */
    final FlagCell torn = ghost().flag("torn message");
    /** VTL 0's vCPU was read while it ran. */
    final FlagCell overlapped = ghost().flag("overlapped");

    InterceptMessage(CellScope scope, FaultingVcpu lower) {
        super(scope);
        this.lower = lower;
    }

    static Routine<InterceptMessage> routine(ProtocolRules rules) {
        boolean inRecord = rules.keep(ProtocolRule.RECORD_HAS_REGISTERS);
        return Routine.named("message", "docs/vtl.md d.4 R6", code -> {
            code.await("takes the request", it -> it.lower.request.isSet(), it ->
                    it.lower.request.clear()).mayRest();
            code.step("reads the record", InterceptMessage::readRecord);
            code.given(!inRecord, reads -> reads
                    .step("reads VTL 0's registers", InterceptMessage::readForeign));
            code.step("posts the message", InterceptMessage::post);
        });
    }

    private void readRecord() {
        rip.become(lower.recorded.get());
        lower.record.clear();
        lower.recorded.clear();
    }

    /** On VTL 1's thread, which has VTL 1's vCPU loaded. */
    private void readForeign() {
        overlapped.become(lower.running.isSet());
        rip.become(lower.rip.read(false));
    }

    private void post() {
        torn.become(!rip.is(FaultingVcpu.AT_FAULT));
        rip.clear();
        posted.raise();
    }
}
