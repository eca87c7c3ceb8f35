package org.exitrace.vtl.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjIntConsumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Access;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Intercept;
import org.exitrace.vtl.state.Overlay;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;
import org.exitrace.vtl.state.VtlResults;

/** Instructions that access pages; one that is not allowed to is tried again after repair. */
final class PageInstructions {

    private static final String SOURCE = "docs/vtl.md c.5";

    private PageInstructions() {
    }

    static List<Operation<Vtl>> all(VtlBounds bounds) {
        Parameter page = Parameter.number("page", 0, bounds.pages() - 1L, "which page");
        return List.of(
                text("read-page", "reads a page", page).gives(read())
                        .does(given -> access(given.number("page"), Access.READ,
                                PageInstructions::read)),
                text("write-page", "writes a page", page, Parameter.number(
                        "value", 0, Register.MOST, "what it shall hold"))
                        .gives(VtlResults.GP, VtlResults.MC)
                        .does(given -> access(given.number("page"), Access.WRITE,
                                (vtl, number) -> write(
                                        vtl, number, given.number("value")))),
                text("execute-page", "executes an instruction that stands in a page", page,
                        Parameter.flag("user", "whether in user mode").usually(false))
                        .gives(VtlResults.MC)
                        .does(given -> access(given.number("page"),
                                given.flag("user") ? Access.USER_EXECUTE : Access.EXECUTE,
                                (vtl, number) -> { })),
                text("emulated-read", "reads a page with an instruction that the host carries out",
                        page).gives(read()).does(given -> emulated(given.number("page"))),
                text("read-intercept", "reads of which access it was told").gives(told())
                        .does(Instructions.instruction("read-intercept", "read the intercept",
                                PageInstructions::readIntercept)),
                text("intercepted-page", "reads of which page it was told").gives(values())
                        .does(Instructions.instruction("intercepted-page", "read the page's number",
                                vtl -> vtl.result.become(Integer.toString(
                                        vtl.view().told.page.get())))),
                text("reps-done", "reads how many elements the last list had done")
                        .gives(values()).does(Instructions.instruction("reps-done", "read RAX",
                                vtl -> vtl.result.become(Integer.toString(
                                        vtl.view().repsDone.get())))));
    }

    private static Operation.Text<Vtl> text(String name, String meaning, Parameter... takes) {
        return Operation.<Vtl>named(name, meaning, vtl -> vtl.result).takes(takes).from(SOURCE);
    }

    private static String[] values() {
        return VtlResults.values().toArray(String[]::new);
    }

    private static String[] read() {
        List<String> words = new ArrayList<>(VtlResults.values());
        words.add(VtlResults.MC);
        return words.toArray(String[]::new);
    }

    private static String[] told() {
        List<String> words = new ArrayList<>(List.of(Intercept.NOTHING));
        for (Access access : Access.values()) {
            words.add(access.name());
        }
        return words.toArray(String[]::new);
    }

    private static void read(Vtl vtl, int page) {
        vtl.result.become(Integer.toString(vtl.view().word(page).get()));
    }

    private static void write(Vtl vtl, int page, int value) {
        if (vtl.view().over(page).map(Overlay::kind).filter(kind -> !kind.isWritable())
                .isPresent()) {
            vtl.result.become(VtlResults.GP);
        } else {
            vtl.view().word(page).become(value);
        }
    }

    static Routine<Vtl> access(int page, Access access, ObjIntConsumer<Vtl> effect) {
        String name = access.name().toLowerCase(Locale.ROOT) + " page " + page;
        return Routine.named("access", SOURCE, code -> code.forever(loop -> loop
                .test(name, vtl -> carriesOut(vtl, page, access, effect), yes -> yes.leave())
                .costs(VtlCosts.INSTRUCTION)));
    }

    private static boolean carriesOut(
            Vtl vtl, int page, Access access, ObjIntConsumer<Vtl> effect) {
        if (vtl.isChecked()) {
            vtl.retires();
            return true;
        }
        boolean done = vtl.tries(page, access);
        if (done) {
            effect.accept(vtl, page);
        }
        return done || vtl.view().skips();
    }

    private static Routine<Vtl> emulated(int page) {
        return Routine.named("emulated-read", SOURCE, code -> code.forever(loop -> loop
                .step("read page " + page + " in a way that the host emulates", vtl -> {
                    vtl.view().faults(page, Access.READ);
                    vtl.leave(Exit.EMULATION);
                }).costs(VtlCosts.INSTRUCTION)
                .test("look at what was read, if RIP went on", vtl -> {
                    vtl.retires();
                    return !vtl.result.isNone();
                }, yes -> yes.leave()).costs(VtlCosts.INSTRUCTION)));
    }

    static void readIntercept(Vtl vtl) {
        vtl.result.become(vtl.view().told.word());
        vtl.view().heedsIntercept(vtl);
    }
}
