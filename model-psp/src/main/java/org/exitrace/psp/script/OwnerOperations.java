package org.exitrace.psp.script;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.psp.host.HostThread;

/** What the owner of a guest does for a host thread. */
final class OwnerOperations {

    private static final String SOURCE = "docs/sev-firmware.md, d";

    private OwnerOperations() {
    }

    /** The owner seals a secret for the measurement that the thread shows. */
    static Operation<HostThread> sealSecret() {
        return Operation.<HostThread>named("seal-secret", "has the guest's owner send a secret for"
                        + " the measurement that the last command gave", thread -> thread.result)
                .from(SOURCE)
                .does(Routine.<HostThread>named("seal-secret", SOURCE, code -> code
                        .step("a secret bound to the measurement comes",
                                thread -> thread.secret.become(thread.answer.get()))
                        .costs("driver.access")));
    }
}
