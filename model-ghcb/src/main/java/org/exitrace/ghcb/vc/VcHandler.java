package org.exitrace.ghcb.vc;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * The #VC handler, as docs/ghcb.md d.2 has it: takes the GHCB or its backup, compares instruction
 * and exit code, fills the page, leaves the guest, checks the answer, gives the page back.
 *
 * <p>Saving and restoring the page is one step each: between two of its words nobody decides
 * anything. All other accesses to the page are steps of their own.
 */
public final class VcHandler {

    static final String COST = "guest.instruction";
    private static final String SOURCE = "vc-handle.c, vc-shared.c; docs/ghcb.md d.2";

    private VcHandler() {
    }

    /** The handler of a #VC that the instruction itself raised. */
    public static Routine<GuestVc> handle(VcRequest request) {
        return Routine.named("#VC", SOURCE, code -> body(code, request, look -> { }));
    }

    /** The handler of a #VC that the host injected at an instruction of another kind. */
    static Routine<GuestVc> handleInjected(VcRequest request) {
        return Routine.named("#VC", SOURCE, code -> body(code, request,
                look -> look.when(vc -> vc.design.comparesOpcode(), refused -> refused
                        .call(release()).local(vc -> vc.halted.raise()).done())));
    }

    /**
     * The handler of a #VC that an access raised which the host calls one to a device.
     *
     * @param encrypted whether the guest has mapped with the C-bit what is accessed
     */
    static Routine<GuestVc> handleMmio(VcRequest request, boolean encrypted) {
        return Routine.named("#VC", SOURCE, code -> body(code, request,
                look -> look.given(encrypted, mapped -> mapped.when(
                        vc -> vc.design.looksAtMapping(), refused -> refused
                                .call(release()).call(MsrCall.terminate(0, 0)).done()))));
    }

    private static void body(
            Block<GuestVc> code, VcRequest request, Consumer<Block<GuestVc>> look) {
        code.step(request.event() + " raises #VC", GuestVc::pushFrame).costs(COST).mayRest();
        take(code);
        code.when(vc -> vc.halted.isSet(), Block::done);
        look.accept(code);
        exchange(code, request, AnswerCheck.check(request.event()));
    }

    /**
     * What other code asks for by the same page: it is taken and given back as in a handler.
     *
     * @param answer what is looked at before the page is given back
     */
    public static Routine<GuestVc> ask(VcRequest request, Routine<GuestVc> answer) {
        return Routine.named("sev_es_ghcb_hv_call", SOURCE, code -> {
            // No handler calls it, so that the page is free.
            code.local(vc -> {
                vc.begin();
                vc.depth.become(1);
            });
            exchange(code, request, answer);
        });
    }

    private static void exchange(
            Block<GuestVc> code, VcRequest request, Routine<GuestVc> answer) {
        code.step("clears the valid bitmap", vc -> vc.change(page -> page.valid.clear()))
                .costs(COST).mayRest();
        request.inputs().forEach((field, value) -> set(code, field, value));
        if (request.inOwnBuffer()) {
            set(code, GhcbField.SW_SCRATCH, "the shared buffer",
                    vc -> vc.page().address() + GhcbField.SHARED_BUFFER);
        }
        code.when(vc -> vc.carriesVersion() && vc.design.writesEachTime(), VcHandler::layout);
        set(code, GhcbField.SW_EXITCODE, request.event().code());
        set(code, GhcbField.SW_EXITINFO1, request.info1());
        set(code, GhcbField.SW_EXITINFO2, request.info2());
        code.local(VcHandler::pointMsr)
                .step("VMGEXIT " + request.event(), VcHandler::exit)
                .costs("vmexit.ghcb").mayRest()
                .call(answer)
                .call(release());
    }

    /** {@code __sev_get_ghcb}: the page if it is free, else its backup, else panic. */
    private static void take(Block<GuestVc> code) {
        code.when(vc -> vc.depth.is(0), free -> free.local(vc -> vc.depth.become(1)),
                used -> used.when(vc -> vc.depth.is(1), first -> first
                                .step("saves the GHCB", GuestVc::save).costs(COST).mayRest()
                                .local(vc -> vc.depth.become(2)),
                        VcHandler::tooDeep))
                .local(GuestVc::begin);
    }

    private static void tooDeep(Block<GuestVc> code) {
        code.when(vc -> vc.design.checks(),
                checked -> checked.local(vc -> vc.halted.raise()),
                goesOn -> goesOn.local(vc -> vc.depth.become(GuestVc.MOST_DEPTH)));
    }

    /** {@code __sev_put_ghcb}: restores the backup, or leaves no valid bit. */
    private static Routine<GuestVc> release() {
        return Routine.named("__sev_put_ghcb", SOURCE, code -> code
                .when(vc -> vc.depth.is(1), outer -> outer
                                .when(vc -> vc.design.clearsBitmap(), clears -> clears
                                        .step("clears the valid bitmap",
                                                vc -> vc.page().valid.clear())
                                        .costs(COST).mayRest()),
                        nested -> nested.step("restores the GHCB", VcHandler::restore)
                                .costs(COST).mayRest())
                .local(VcHandler::leave));
    }

    private static void restore(GuestVc vc) {
        if (vc.design.keepsBackup()) {
            vc.restore();
        }
    }

    private static void leave(GuestVc vc) {
        vc.end();
        vc.depth.decrement();
        if (vc.depth.is(0) && !vc.page().valid.isEmpty()) {
            vc.leftValid.raise();
        }
        if (!vc.depth.is(2)) {
            vc.forgetBackup();
        }
        vc.info1.clear();
        vc.info2.clear();
    }

    /** What leaves the guest is judged by what stands in page and MSR, and by who runs. */
    static void exit(GuestVc vc) {
        if (!vc.guest.msr.is(vc.page().address())) {
            vc.wrongMsr.raise();
        }
        if (vc.injected.isSet()) {
            vc.exitedUnasked.raise();
        }
        long code = vc.page().get(GhcbField.SW_EXITCODE);
        if (vc.user().filter(user -> user.isServedBy(code)).isPresent()) {
            vc.userReachedHost.raise();
        }
        if (vc.reads().filter(memory -> memory.isShownBy(code)).isPresent()) {
            vc.encryptedMmio.raise();
        }
        vc.guest.cpu.leave(GuestExit.VMGEXIT);
    }

    private static void pointMsr(GuestVc vc) {
        if (vc.design.writesEachTime()) {
            vc.guest.msr.become(vc.page().address());
        }
    }

    /** Version and layout of the page; before each exit, in OVMF once. */
    static void layout(Block<GuestVc> code) {
        code.step("PROTOCOL_VERSION is written", GuestVc::writeVersion).costs(COST).mayRest()
                .step("GHCB_USAGE = 0x0", vc -> vc.change(
                        page -> page.write(GhcbField.GHCB_USAGE, 0))).costs(COST).mayRest();
    }

    static void set(Block<GuestVc> code, GhcbField field, long value) {
        set(code, field, "0x" + Long.toHexString(value), vc -> value);
    }

    private static void set(
            Block<GuestVc> code, GhcbField field, String shown, ToLongFunction<GuestVc> value) {
        Consumer<GuestVc> write = vc -> {
            long written = value.applyAsLong(vc);
            vc.change(page -> page.write(field, written));
        };
        code.step(field + " = " + shown, write).costs(COST).mayRest()
                .step(field + " is valid", vc -> vc.page().markValid(field))
                .costs(COST).mayRest();
    }
}
