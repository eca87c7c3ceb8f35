package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.GuestMessage;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.RmpInstructions;
import org.exitrace.psp.spec.MessageType;
import org.exitrace.psp.spec.RmpAnswer;

/** What a host thread can do to pages without the firmware. Each is one step. */
final class RmpOperations {

    private RmpOperations() {
    }

    static List<Operation<HostThread>> all(FirmwareBounds bounds) {
        return List.of(update(bounds), smash(bounds), end(bounds), write(bounds), copy(bounds),
                request(bounds), spoil(bounds));
    }

    private static Operation<HostThread> update(FirmwareBounds bounds) {
        return Operation.<HostThread>named("RMPUPDATE",
                        "gives a page away, or takes it back", thread -> thread.result)
                .from("SEV firmware, e.5")
                .takes(SnpArgumentWords.page("page", bounds, "the page"),
                        SnpArgumentWords.size(),
                        Parameter.flag("assigned", "it is not the host's").usually(true),
                        Parameter.number("asid", 0, bounds.asids(), "whose it is, 0 for nobody")
                                .usually(0).boundedBy(MachineParameters.asidsOf(bounds)),
                        Parameter.number("gpa", 0, Math.max(1, bounds.pages()),
                                "the guest page that it is").usually(0)
                                .boundedBy(MachineParameters.pagesOf(bounds)),
                        Parameter.flag("immutable", "the firmware has it").usually(false))
                .gives(answers())
                .does(given -> step("RMPUPDATE", (thread, ignored) -> answer(thread,
                        RmpInstructions.update(thread.machine, new RmpInstructions.Update(
                                given.number("page"), SnpArgumentWords.isLarge(given),
                                given.flag("assigned"), given.number("asid"),
                                given.number("asid") == 0 ? 0 : given.number("gpa"),
                                given.flag("immutable")))), given));
    }

    private static Operation<HostThread> smash(FirmwareBounds bounds) {
        return Operation.<HostThread>named("PSMASH",
                        "makes small pages of a large one", thread -> thread.result)
                .from("SEV firmware, e.5")
                .takes(SnpArgumentWords.page("page", bounds, "the large page's first"))
                .gives(answers())
                .does(arguments -> step("PSMASH", (thread, given) -> answer(thread,
                        RmpInstructions.smash(thread.machine, given.number("page"))), arguments));
    }

    private static Operation<HostThread> end(FirmwareBounds bounds) {
        return Operation.<HostThread>named("RMP_END",
                        "says at which page the reverse map table ends; what comes behind is"
                                + " DEFAULT", thread -> thread.result)
                .from("SEV firmware, e.4")
                .takes(Parameter.number("pages", 0, bounds.pages(), "pages that it covers")
                        .boundedBy(MachineParameters.pagesOf(bounds)))
                .gives(answers())
                .does(arguments -> step("RMP_END", RmpOperations::setEnd, arguments));
    }

    /** The register is locked before SNP is initialised. */
    private static void setEnd(HostThread thread, Arguments given) {
        boolean locked = thread.machine.platform.rmpInitialized.isSet();
        if (!locked) {
            for (Page page : thread.machine.pages.all) {
                page.covered.become(page.number() < given.number("pages"));
            }
        }
        answer(thread, locked ? RmpAnswer.FAIL_PERMISSION : RmpAnswer.SUCCESS);
    }

    private static Operation<HostThread> write(FirmwareBounds bounds) {
        return Operation.<HostThread>named("write-page",
                        "writes over a page", thread -> thread.result)
                .from("APM volume 2, 15.36.10")
                .takes(SnpArgumentWords.page("page", bounds, "the page"),
                        Parameter.number("content", 0, Page.MOST_CONTENTS, "what is written"))
                .gives(answers())
                .does(arguments -> step("write the page", (thread, given) -> {
                    int page = given.number("page");
                    if (mayWrite(thread, page)) {
                        thread.machine.pages.get(page).write(given.number("content"));
                    }
                }, arguments));
    }

    private static Operation<HostThread> copy(FirmwareBounds bounds) {
        return Operation.<HostThread>named("copy-page",
                        "copies a page, with the message or the swapped page that lies in it",
                        thread -> thread.result)
                .from("APM volume 2, 15.36.10")
                .takes(SnpArgumentWords.page("page", bounds, "the page that is read"),
                        SnpArgumentWords.page("to", bounds, "the page that is written"))
                .gives(answers())
                .does(arguments -> step("copy the page", (thread, given) -> {
                    int to = given.number("to");
                    if (mayWrite(thread, to)) {
                        thread.machine.pages.get(to).copy(
                                thread.machine.pages.get(given.number("page")));
                    }
                }, arguments));
    }

    private static boolean mayWrite(HostThread thread, int page) {
        RmpAnswer answer = RmpInstructions.write(thread.machine, page);
        answer(thread, answer);
        return answer == RmpAnswer.SUCCESS;
    }

    private static Operation<HostThread> request(FirmwareBounds bounds) {
        return Operation.<HostThread>named("place-request",
                        "puts a message into a page that a guest without a thread of its own"
                                + " has encrypted", thread -> thread.result)
                .from("SEV firmware, e.2")
                .takes(SnpArgumentWords.page("page", bounds, "the page"),
                        SnpArgumentWords.page("gctx", bounds, "the page of its context"),
                        Parameter.number("vmpck", 0, SnpGuest.VMPCKS - 1, "which key")
                                .usually(0),
                        Parameter.number("sequence", 0, SnpGuest.LAST_COUNTER + 1,
                                "the sequence number"),
                        SnpArgumentWords.word("type", MessageType.values(), "what it asks for"),
                        Parameter.number("vmpl", 0, SnpGuest.VMPCKS - 1,
                                "the VMPL that KEY and REPORT name").usually(0),
                        Parameter.number("absorbed", 0, SnpGuest.LAST_COUNTER - 2,
                                "the counters that ABSORB_NOMA brings").usually(0),
                        SnpArgumentWords.pageOrNone("target", bounds,
                                "the context that a migration agent names"))
                .does(arguments -> step("put a request into the page",
                        RmpOperations::place, arguments));
    }

    private static void place(HostThread thread, Arguments given) {
        Page page = thread.machine.pages.get(given.number("page"));
        page.write(0);
        GuestMessage message = page.message;
        message.kind.become(GuestMessage.Kind.REQUEST);
        message.keys.become(thread.machine.contexts.get(given.number("gctx")).keys.get());
        message.vmpck.become(given.number("vmpck"));
        message.sequence.become(given.number("sequence"));
        message.type.become(MessageType.valueOf(given.word("type")));
        message.vmpl.become(given.number("vmpl"));
        message.absorbed.become(given.number("absorbed"));
        message.target.become(SnpArgumentWords.numberOrNone(given, "target"));
    }

    private static Operation<HostThread> spoil(FirmwareBounds bounds) {
        return Operation.<HostThread>named("spoil-page",
                        "changes a bit of the ciphertext that lies in a page",
                        thread -> thread.result)
                .from("SEV firmware, e.2")
                .takes(SnpArgumentWords.page("page", bounds, "the page"))
                .gives(answers())
                .does(arguments -> step("change a bit in the page", (thread, given) -> {
                    Page page = thread.machine.pages.get(given.number("page"));
                    if (mayWrite(thread, page.number())) {
                        page.seal.clear();
                        page.message.spoiled.become(
                                !page.message.kind.is(GuestMessage.Kind.NONE));
                    }
                }, arguments));
    }

    private static Routine<HostThread> step(
            String name, BiConsumer<HostThread, Arguments> effect, Arguments given) {
        return Routine.named(name, "", code -> code
                .step(name, thread -> effect.accept(thread, given)).costs("cpu.rmp"));
    }

    private static void answer(HostThread thread, RmpAnswer answer) {
        thread.result.become(answer.name());
    }

    /** The words that instructions can give. */
    static String[] answers() {
        List<String> words = new ArrayList<>();
        for (RmpAnswer answer : RmpAnswer.values()) {
            words.add(answer.name());
        }
        return words.toArray(String[]::new);
    }
}
