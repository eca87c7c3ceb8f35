package org.exitrace.kvm.migration.guest;

import static org.exitrace.kvm.migration.guest.Announcements.instruction;

import java.util.function.Predicate;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.migration.design.AfterFlip;
import org.exitrace.kvm.migration.design.ConversionOrder;
import org.exitrace.kvm.migration.spec.PageType;
import org.exitrace.kvm.migration.world.GuestPage;
import org.exitrace.kvm.migration.world.Vcpu;

/** How a guest gives a page another type, and new contents. */
public final class Conversions {

    private static final String SOURCE = "docs/live-migration.md, R1 and R3";

    private final Announcements announcements;
    private final boolean announceFirst;
    private final boolean initialises;

    /** Conversions in that design. */
    public Conversions(Design design, Announcements announcements) {
        this.announcements = announcements;
        announceFirst = design.get(ConversionOrder.SWITCH) == ConversionOrder.ANNOUNCE_FIRST;
        initialises = design.get(AfterFlip.SWITCH) == AfterFlip.INITIALISE;
    }

    /** The page becomes of {@code type} and gets new contents. */
    public Routine<Vcpu> convert(int page, PageType type) {
        return Routine.named(name(type), SOURCE, code -> {
            map(code, page, type, true);
            if (announceFirst) {
                code.call(announcements.announce(page, type)).call(write(page));
            } else {
                code.call(write(page)).call(announcements.announce(page, type));
            }
        });
    }

    /** The page becomes {@code away}, nothing is written, and it becomes the other type again. */
    public Routine<Vcpu> awayAndBack(int page, PageType away) {
        return Routine.named("aborted conversion", SOURCE, code -> {
            map(code, page, away, true);
            code.call(announcements.announce(page, away));
            map(code, page, away.other(), true);
            code.call(announcements.announce(page, away.other()))
                    .given(initialises, then -> then.call(write(page)));
        });
    }

    private static String name(PageType type) {
        return type == PageType.SHARED ? "set_memory_decrypted" : "set_memory_encrypted";
    }

    /** The C-bit in the guest's page table, and the flush of TLBs. */
    Block<Vcpu> map(Block<Vcpu> code, int number, PageType type, boolean announced) {
        return instruction(code, "page table: page " + number + " is " + type.word(), vcpu -> {
            GuestPage page = vcpu.world.pages.get(number);
            page.type.become(type);
            if (announced && vcpu.cpuid.isSet()) {
                page.converting.raise();
            }
            if (initialises) {
                page.counted.clear();
            }
        });
    }

    /** The page gets new contents. */
    public Routine<Vcpu> write(int page) {
        return Routine.named("guest", SOURCE, code ->
                instruction(code, "writes page " + page, vcpu -> vcpu.world.write(page)));
    }

    /** The page is read. */
    public Routine<Vcpu> read(int number) {
        return Routine.named("guest", SOURCE, code ->
                instruction(code, "reads page " + number, vcpu -> {
                    GuestPage page = vcpu.world.pages.get(number);
                    vcpu.result.become(vcpu.world.readsWhatItWrote(page) ? Vcpu.WRITTEN
                            : vcpu.world.isReadable(page) ? Vcpu.OLD : Vcpu.NOISE);
                }));
    }

    /** So many times: takes a page of its choice and writes or converts it. */
    public Routine<Vcpu> work(int times, int pages) {
        return Routine.named("guest", SOURCE, code -> code
                .repeat(times, vcpu -> vcpu.turn, body -> body
                        .either("takes a page", choices -> {
                            for (int i = 0; i < pages; i++) {
                                int page = i;
                                choices.when("takes page " + page + " to write it", free(page),
                                        vcpu -> take(vcpu, page),
                                        then -> give(then.call(write(page)), page))
                                        .costs("guest.instruction");
                                choices.when("takes page " + page + " to convert it", free(page),
                                        vcpu -> take(vcpu, page),
                                        then -> give(convertToOther(then, page), page))
                                        .costs("guest.instruction");
                            }
                        })));
    }

    private static Predicate<Vcpu> free(int page) {
        return vcpu -> vcpu.runs() && vcpu.world.pages.get(page).taken.isClear();
    }

    private static void take(Vcpu vcpu, int page) {
        vcpu.world.pages.get(page).taken.raise();
    }

    private static void give(Block<Vcpu> code, int page) {
        instruction(code, "lets page " + page + " go",
                vcpu -> vcpu.world.pages.get(page).taken.clear());
    }

    private Block<Vcpu> convertToOther(Block<Vcpu> code, int page) {
        return code.when(vcpu -> vcpu.world.pages.get(page).type.is(PageType.PRIVATE),
                share -> share.call(convert(page, PageType.SHARED)),
                hide -> hide.call(convert(page, PageType.PRIVATE)));
    }
}
