package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.spec.SevCommandId;

/** Sub-commands that have a number and no code: the dispatcher refuses them. */
final class Unimplemented {

    private Unimplemented() {
    }

    static List<SevCommand> all() {
        return List.of(of(SevCommandId.SEND_UPDATE_VMSA), of(SevCommandId.RECEIVE_UPDATE_VMSA));
    }

    private static SevCommand of(SevCommandId id) {
        return SevCommand.of(id, "was never implemented", call -> new Checks(),
                call -> Routine.named("never", "docs/kvm-host.md b", code -> code
                        .pause("never gets here")));
    }
}
