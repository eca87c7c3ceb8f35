package org.exitrace.kvm.launch;

import org.exitrace.kvm.host.KvmThread;
import org.exitrace.psp.host.WholeCommands.Answer;
import org.exitrace.psp.spec.CommandId;

/** How a VMSA gets to the firmware: all lie in one page of the model, one after the other. */
final class VmsaPages {

    private static final int PAGE = 0;

    private VmsaPages() {
    }

    static Answer encrypt(SevCall call, KvmThread thread) {
        int handle = call.sev(thread).handle.get();
        return thread.host.psp.give(CommandId.LAUNCH_UPDATE_VMSA, buffer -> {
            buffer.handle.become(handle);
            buffer.page.become(PAGE);
        });
    }
}
