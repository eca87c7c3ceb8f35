package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.GuestExit;
import org.exitrace.psp.host.Driver;
import org.exitrace.psp.host.GuestRequests;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.spec.CommandId;

/** What KVM does with a guest's message to the firmware. */
final class RequestOperations {

    private static final String SOURCE = "sev.c snp_handle_guest_req";

    private RequestOperations() {
    }

    static List<Operation<HostThread>> all(FirmwareBounds bounds, Driver driver) {
        GuestRequests requests = new GuestRequests(driver);
        Parameter gctx = SnpArgumentWords.page("gctx", bounds, "the page of its context");
        return List.of(handle(bounds, requests, gctx),
                HostOperations.named("refuse-guest-request",
                        "waits for a guest's message, and returns without passing it on")
                        .from(SOURCE)
                        .takes(gctx, SnpArgumentWords.word("says", new GuestExit.Outcome[] {
                            GuestExit.Outcome.BUSY, GuestExit.Outcome.CERTIFICATES_DO_NOT_FIT,
                            GuestExit.Outcome.FAILED, GuestExit.Outcome.DONE},
                                "what it tells the guest"))
                        .gives(outcomes())
                        .does(given -> requests.refuse(given.number("gctx"),
                                GuestExit.Outcome.valueOf(given.word("says")))));
    }

    private static Operation<HostThread> handle(
            FirmwareBounds bounds, GuestRequests requests, Parameter gctx) {
        Handler handler = new Commands(bounds).handler(CommandId.SNP_GUEST_REQUEST);
        List<Parameter> parameters = new ArrayList<>(List.of(gctx,
                SnpArgumentWords.page("request", bounds, "the page of the request"),
                SnpArgumentWords.page("response", bounds, "the page of the answer"),
                SnpArgumentWords.word("says", new GuestExit.Outcome[] {
                    GuestExit.Outcome.DONE, GuestExit.Outcome.BUSY},
                        "what it tells the guest once the firmware has answered")
                        .usually(GuestExit.Outcome.DONE)));
        parameters.addAll(CommandArguments.flaws(handler));
        return HostOperations.named("snp_handle_guest_req",
                        "waits for a guest's message and passes it on to the firmware")
                .from(SOURCE)
                .takes(parameters.toArray(Parameter[]::new))
                .gives(outcomes())
                .does(given -> requests.handle(given.number("gctx"), given.number("request"),
                        given.number("response"), GuestExit.Outcome.valueOf(given.word("says")),
                        thread -> CommandArguments.writeFlaws(
                                handler, given, thread.mailbox.buffer)));
    }

    private static String[] outcomes() {
        List<String> words = new ArrayList<>();
        for (GuestExit.Outcome outcome : GuestExit.Outcome.values()) {
            words.add(outcome.name());
        }
        return words.toArray(String[]::new);
    }
}
