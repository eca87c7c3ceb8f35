package org.exitrace.psp.command;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/** What several SNP commands refuse alike, and how they change entries of the table. */
final class SnpRefusals {

    static final ToIntFunction<Firmware> PAGE = fw -> fw.command.page.get();
    static final ToIntFunction<Firmware> TO = fw -> fw.command.to.get();
    static final ToIntFunction<Firmware> GCTX = fw -> fw.command.snp.gctx.get();
    static final ToIntFunction<Firmware> MDATA = fw -> fw.command.snp.mdata.get() - 1;

    private SnpRefusals() {
    }

    /** The common prefix of commands about a guest: reserved bits, the platform, the context. */
    static void context(Handler handler) {
        platform(handler);
        handler.takes(Argument.GCTX)
                .next("read the RMP entry of the context")
                .refuse("gctx", Status.INVALID_GUEST, "the page holds no context",
                        fw -> !fw.pages.is(GCTX.applyAsInt(fw), PageState.CONTEXT));
    }

    /** Reserved bits, and SNP is not initialised. */
    static void platform(Handler handler) {
        handler.refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set");
        initialised(handler);
    }

    /** SNP is not initialised. */
    static void initialised(Handler handler) {
        handler.refuse("platform", Status.INVALID_PLATFORM_STATE, "snp.state is not INIT",
                fw -> !fw.platform.snp.is(SnpState.INIT));
    }

    /** The guest's state is none of {@code states}. */
    static Handler state(Handler handler, GctxState... states) {
        return handler.refuse("state", Status.INVALID_GUEST_STATE,
                "the guest is in another state", fw -> !fw.snpGuest().isIn(states));
    }

    /** The guest is in LAUNCH or RUNNING. */
    static void launched(Handler handler) {
        state(handler, GctxState.LAUNCH, GctxState.RUNNING);
    }

    /** The guest is neither pending nor active. */
    static void inactive(Handler handler) {
        handler.refuse("inactive", Status.INACTIVE, "the guest holds no ASID",
                fw -> !fw.isActivated(fw.snpGuest()));
    }

    /** The page is in none of {@code states}. */
    static Predicate<Firmware> notIn(ToIntFunction<Firmware> page, PageState... states) {
        return fw -> !fw.pages.is(page.applyAsInt(fw), states);
    }

    /** The page is of another size than the command says. */
    static Predicate<Firmware> otherSize(ToIntFunction<Firmware> page) {
        return fw -> isLarge(fw, page) != fw.command.snp.large.isSet();
    }

    static boolean isLarge(Firmware fw, ToIntFunction<Firmware> page) {
        return fw.pages.isInLarge(page.applyAsInt(fw));
    }

    /** The page belongs to another guest than the context's. */
    static Predicate<Firmware> otherOwner(ToIntFunction<Firmware> page) {
        return fw -> entry(fw, page).asid.get() != fw.snpGuest().asid.get();
    }

    /** The metadata page was made for another context. */
    static boolean otherContext(Firmware fw, ToIntFunction<Firmware> page) {
        return entry(fw, page).gpa.get() != fw.command.snp.gctx.get() + 1;
    }

    static RmpEntry entry(Firmware fw, ToIntFunction<Firmware> page) {
        return fw.pages.entry(page.applyAsInt(fw));
    }

    /** What an effect makes of a locked entry. */
    interface Change {
        void make(Firmware fw, RmpEntry entry);
    }

    /**
     * Two steps more: the firmware writes ASID 0x3FF, its lock, into the entry, then fills the
     * entry, the byte with the lock last (e.4).
     */
    static void change(
            Handler handler, String whose, ToIntFunction<Firmware> page, Change change) {
        handler.next("lock the RMP entry of " + whose)
                .does(fw -> entry(fw, page).locked.raise())
                .next("fill and unlock the RMP entry of " + whose)
                .does(fw -> {
                    RmpEntry entry = entry(fw, page);
                    change.make(fw, entry);
                    entry.locked.clear();
                });
    }

    /** Whether {@code guest} may exist as a migration agent. */
    static SnpGuest agent(Firmware fw) {
        return fw.contexts.get(fw.command.snp.agent.get() - 1);
    }
}
