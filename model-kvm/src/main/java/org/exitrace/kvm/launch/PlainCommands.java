package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.spec.CommandId;

/** Sub-commands that are one command of the firmware, with KVM's checks before. */
final class PlainCommands {

    private PlainCommands() {
    }

    static List<SevCommand> all() {
        return List.of(
                of(SevCommandId.LAUNCH_FINISH, CommandId.LAUNCH_FINISH, "ends a launch", false),
                of(SevCommandId.GUEST_STATUS, CommandId.GUEST_STATUS,
                        "tells the guest's state", true),
                of(SevCommandId.SEND_FINISH, CommandId.SEND_FINISH, "ends sending", false),
                of(SevCommandId.SEND_CANCEL, CommandId.SEND_CANCEL, "takes the sending back",
                        false),
                of(SevCommandId.RECEIVE_FINISH, CommandId.RECEIVE_FINISH, "ends receiving",
                        false));
    }

    private static SevCommand of(
            SevCommandId id, CommandId command, String meaning, boolean parameters) {
        return SevCommand.of(id, meaning, call -> checks(call, parameters),
                call -> give(call, command));
    }

    private static Checks checks(SevCall call, boolean parameters) {
        return Launch.device(parameters ? SevChecks.sevGuest(call)
                : SevChecks.plainSevGuest(call), call);
    }

    static Routine<KvmThread> give(SevCall call, CommandId command) {
        return Routine.named("sev_issue_cmd", "docs/kvm-host.md b", code -> code
                .step(command.name(), thread -> {
                    int handle = call.sev(thread).handle.get();
                    thread.heed(thread.host.psp.give(command,
                            buffer -> buffer.handle.become(handle)));
                }).costs("psp.command"));
    }
}
