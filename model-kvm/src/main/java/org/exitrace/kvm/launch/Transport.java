package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.spec.CommandId;

/** SEND_START, SEND_UPDATE_DATA and RECEIVE_UPDATE_DATA: a guest goes to another platform. */
final class Transport {

    private static final Parameter POINTERS = Parameter.word("pointers",
            List.of("fine", "null", "crosses-page"), "what is wrong with addresses, if anything")
            .usually("fine");

    private Transport() {
    }

    static List<SevCommand> all() {
        return List.of(
                SevCommand.of(SevCommandId.SEND_START, "begins to send the guest away",
                        Transport::startChecks, call -> give(call, CommandId.SEND_START,
                                "session-length")).taking(Blobs.length(),
                                Parameter.word("pointers", List.of("fine", "null"),
                                        "what is wrong with addresses, if anything")
                                        .usually("fine")),
                SevCommand.of(SevCommandId.SEND_UPDATE_DATA, "encrypts a page for the way",
                        Transport::sendChecks, call -> give(call, CommandId.SEND_UPDATE_DATA,
                                "header-length"))
                        .takingOf(bounds -> List.of(DataCommands.page(bounds), Blobs.length(),
                                POINTERS)),
                SevCommand.of(SevCommandId.RECEIVE_UPDATE_DATA,
                        "decrypts a page from the way", Transport::receiveChecks,
                        call -> give(call, CommandId.RECEIVE_UPDATE_DATA, ""))
                        .takingOf(bounds -> List.of(DataCommands.page(bounds), POINTERS)));
    }

    private static Checks startChecks(SevCall call) {
        return Launch.device(
                Blobs.checks(missing(SevChecks.sevGuest(call), call), call), call);
    }

    private static Checks sendChecks(SevCall call) {
        return Launch.device(Blobs.checks(pointers(SevChecks.sevGuest(call), call), call), call);
    }

    /** The one sub-command that gives EINVAL where all others give ENOTTY. */
    private static Checks receiveChecks(SevCall call) {
        Checks checks = new Checks()
                .refuse("not-sev", Errno.EINVAL, "the VM is no SEV guest",
                        thread -> call.sev(thread).active.isClear())
                .refuseGiven(call.is(UserMemory.UNREADABLE), "parameters", Errno.EFAULT,
                        "the parameters cannot be read", thread -> true);
        return Launch.device(SevChecks.blob(pointers(checks, call), call), call);
    }

    private static Checks pointers(Checks checks, SevCall call) {
        return missing(checks, call).refuseGiven(wrong(call).equals("crosses-page"), "page-end",
                Errno.EINVAL, "the guest's memory leaves its page", thread -> true);
    }

    private static Checks missing(Checks checks, SevCall call) {
        return checks.refuseGiven(wrong(call).equals("null"), "pointers", Errno.EINVAL,
                "an address or a length is missing", thread -> true);
    }

    /** A question for lengths needs no addresses. */
    private static String wrong(SevCall call) {
        return call.arguments().values().getOrDefault("length", "").equals(Blobs.QUERY)
                ? "fine" : call.arguments().word("pointers");
    }

    private static Routine<KvmThread> give(SevCall call, CommandId command, String flaw) {
        boolean query = !flaw.isEmpty() && Blobs.isQuery(call);
        return Routine.named("sev_issue_cmd", "docs/kvm-host.md b", code -> code
                .step(command.name(), thread -> {
                    int handle = call.sev(thread).handle.get();
                    int page = call.arguments().values().containsKey("page")
                            ? call.arguments().number("page") : 0;
                    thread.heed(query ? thread.host.psp.giveFlawed(command, flaw, buffer ->
                            buffer.handle.become(handle))
                            : thread.host.psp.give(command, buffer -> {
                                buffer.handle.become(handle);
                                buffer.page.become(page);
                            }));
                }).costs("psp.command"));
    }
}
