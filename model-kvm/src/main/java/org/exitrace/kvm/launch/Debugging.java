package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.spec.CommandId;

/** DBG_DECRYPT and DBG_ENCRYPT: a debugger reads and writes, in pieces that end with a page. */
final class Debugging {

    private Debugging() {
    }

    static List<SevCommand> all() {
        return List.of(of(SevCommandId.DBG_DECRYPT, CommandId.DBG_DECRYPT,
                        "decrypts a page for a debugger"),
                of(SevCommandId.DBG_ENCRYPT, CommandId.DBG_ENCRYPT,
                        "encrypts a page for a debugger"));
    }

    private static SevCommand of(SevCommandId id, CommandId command, String meaning) {
        return SevCommand.of(id, meaning, Debugging::checks, call -> give(call, command))
                .takingOf(bounds -> List.of(DataCommands.page(bounds),
                        Parameter.word("piece", List.of("fine", "empty", "wraps", "null",
                                "unaligned", "crosses-page"),
                                "where it lies, and what is wrong with that")
                                .usually("fine")));
    }

    private static Checks checks(SevCall call) {
        String piece = call.arguments().word("piece");
        return Launch.device(SevChecks.sevGuest(call)
                .refuseGiven(piece.equals("empty") || piece.equals("wraps"), "range",
                        Errno.EINVAL, "the range is empty or wraps", thread -> true)
                .refuseGiven(piece.equals("null"), "destination", Errno.EINVAL,
                        "the destination is a null pointer", thread -> true), call);
    }

    private static Routine<KvmThread> give(SevCall call, CommandId command) {
        String piece = call.arguments().word("piece");
        boolean late = piece.equals("unaligned") && command == CommandId.DBG_DECRYPT
                && !call.kernel().has(KernelChange.B_16);
        boolean beyond = piece.equals("crosses-page") && command == CommandId.DBG_ENCRYPT
                && !call.kernel().has(KernelChange.B_17);
        return Routine.named("sev_dbg_crypt", "docs/kvm-host.md b", code -> code
                .step(command.name(), thread -> {
                    int handle = call.sev(thread).handle.get();
                    int page = call.arguments().number("page");
                    thread.heed(thread.host.psp.give(command, buffer -> {
                        buffer.handle.become(handle);
                        buffer.page.become(page);
                        buffer.to.become(page);
                    }));
                    if (thread.isFine() && late) {
                        thread.host.oops.wrongBytes.raise();
                    }
                    if (thread.isFine() && beyond) {
                        thread.host.oops.wroteBeyond.raise();
                    }
                }).costs("psp.command"));
    }
}
