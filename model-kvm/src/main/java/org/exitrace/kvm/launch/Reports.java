package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.spec.CommandId;

/**
 * LAUNCH_MEASURE and GET_ATTESTATION_REPORT: the answer goes into a buffer whose length user space
 * may ask for. The question gives EIO, since the firmware refuses, and the length.
 */
final class Reports {

    private Reports() {
    }

    static List<SevCommand> all() {
        return List.of(
                of(SevCommandId.LAUNCH_MEASURE, CommandId.LAUNCH_MEASURE,
                        "tells the measurement"),
                of(SevCommandId.GET_ATTESTATION_REPORT, CommandId.ATTESTATION,
                        "tells an attestation report"));
    }

    private static SevCommand of(SevCommandId id, CommandId command, String meaning) {
        return SevCommand.of(id, meaning,
                call -> Launch.device(Blobs.checks(SevChecks.sevGuest(call), call), call),
                call -> give(call, command)).taking(Blobs.length());
    }

    private static Routine<KvmThread> give(SevCall call, CommandId command) {
        return Routine.named("sev_issue_cmd", "docs/kvm-host.md b", code -> {
            code.step(command.name(), thread -> {
                int handle = call.sev(thread).handle.get();
                thread.heed(Blobs.isQuery(call)
                        ? thread.host.psp.giveFlawed(command, "length",
                                buffer -> buffer.handle.become(handle))
                        : thread.host.psp.give(command,
                                buffer -> buffer.handle.become(handle)));
            }).costs("psp.command");
            code.given(call.is(UserMemory.READ_ONLY), out -> out
                    .step("copy the length out", thread -> {
                        thread.result.clear();
                        thread.fail(Errno.EFAULT);
                    }).costs("kvm.access"));
        });
    }
}
