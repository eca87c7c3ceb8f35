package org.exitrace.ghcb.vc;

import java.util.Collections;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * An instruction of a user task that raises #VC. Its bytes lie in memory that other threads of the
 * task write, so that what the handler decodes need not be what trapped.
 *
 * <p>Source: CVE-2023-46813; docs/ghcb.md S-32, g 8.
 */
final class UserTask {

    private static final String SOURCE = "vc-handle.c; docs/ghcb.md g 8";

    private static final long PORT = 0x80;
    private static final long ONE_BYTE = 0x10;

    private UserTask() {
    }

    /** OUT to the port of which shared word {@code word} is 0 if the task may use it. */
    static Routine<GuestVc> out(int word) {
        VcRequest request = new VcRequest(NaeEvent.IOIO,
                Collections.singletonMap(GhcbField.RAX, 0L), PORT << 16 | ONE_BYTE, 0, true);
        return Routine.named("user OUT", SOURCE, code -> code
                .test("the permissions allow the port?", vc -> !vc.guest.words.isSet(word),
                        allowed -> { }, trapped -> trapped.done())
                .costs(VcHandler.COST).mayRest()
                .test("decodes a port that is allowed?", vc -> !vc.guest.words.isSet(word),
                        allowed -> { },
                        other -> other.when(vc -> vc.design.looksUpDecodedPort(),
                                refused -> refused.done(),
                                taken -> taken.local(vc -> vc.userReachedHost.raise())))
                .costs(VcHandler.COST).mayRest()
                .call(VcHandler.handle(request)));
    }

    /** An access to a device that is mapped to the task. */
    static Routine<GuestVc> mmio() {
        return Routine.named("user MMIO", SOURCE, code -> code
                .pause("raises #VC").costs(VcHandler.COST).mayRest()
                .when(vc -> vc.design.emulatesUserMmio(), emulated -> emulated.call(
                        VcHandler.handle(VcRequest.of(NaeEvent.MMIO_READ, 0, 0).ofUser()))));
    }
}
