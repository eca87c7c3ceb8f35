package org.exitrace.ghcb.vc;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
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

    /** The operation of an access to a device that is mapped to the task. */
    static final String MMIO = "user-mmio";
    /** The operation of a write to a port. */
    static final String OUT = "user-out";

    private static final String SOURCE = "vc-handle.c; docs/ghcb.md g 8";

    private static final long PORT = 0x80;
    private static final long ONE_BYTE = 0x10;

    private UserTask() {
    }

    /** Whether one of {@code operations} is an instruction of a user task. */
    static boolean isUsed(List<String> operations) {
        return operations.contains(MMIO) || operations.contains(OUT);
    }

    /** OUT to the port of which shared word {@code word} is 0 if the task may use it. */
    static Routine<GuestVc> out(int word) {
        VcRequest request = new VcRequest(NaeEvent.IOIO,
                Collections.singletonMap(GhcbField.RAX, 0L), PORT << 16 | ONE_BYTE, 0);
        return ofTask("user OUT", code -> code
                .test("the permissions allow the port?", vc -> !vc.guest.words.isSet(word),
                        allowed -> { }, trapped -> trapped.done())
                .costs(VcHandler.COST).mayRest()
                .test("decodes a port that is allowed?", vc -> decodes(vc, word),
                        allowed -> { },
                        other -> other.when(vc -> vc.design.looksUpDecodedPort(), Block::done))
                .costs(VcHandler.COST).mayRest()
                .call(VcHandler.handle(request)));
    }

    /** An access to a device that is mapped to the task. */
    static Routine<GuestVc> mmio() {
        return ofTask("user MMIO", code -> code
                .pause("raises #VC").costs(VcHandler.COST).mayRest()
                .when(vc -> vc.design.emulatesUserMmio(), emulated -> emulated.call(
                        VcHandler.handle(VcRequest.of(NaeEvent.MMIO_READ, 0, 0)))));
    }

    private static boolean decodes(GuestVc vc, int word) {
        boolean mayUse = !vc.guest.words.isSet(word);
        vc.user().orElseThrow().decodes(mayUse);
        return mayUse;
    }

    /** The routine of an instruction, known to be the task's from its beginning to its end. */
    private static Routine<GuestVc> ofTask(String name, Consumer<Block<GuestVc>> text) {
        Routine<GuestVc> instruction = Routine.named(name, SOURCE, text);
        return Routine.named("user task", SOURCE, code -> code
                .local(vc -> vc.user().orElseThrow().begin())
                .call(instruction)
                .local(vc -> vc.user().orElseThrow().end()));
    }
}
