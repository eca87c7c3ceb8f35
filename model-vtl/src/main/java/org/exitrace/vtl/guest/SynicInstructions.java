package org.exitrace.vtl.guest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Stimer;
import org.exitrace.vtl.state.SynicMessage;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;

/** What a VTL does with its SynIC and its synthetic timers. */
final class SynicInstructions {

    private static final String SET_SINT = "set-sint";
    private static final String AUTO_EOI = "auto-eoi";
    private static final String SET_DIRECT = "set-stimer-direct";
    private static final String SET_PERIODIC = "set-stimer-periodic";
    private static final String STOP = "stop-stimer";
    private static final String TIMER = "timer";

    private SynicInstructions() {
    }

    /** What the machine needs for {@code call}. */
    static Optional<Feature> needs(Call<Vtl> call) {
        return switch (call.operation().name()) {
            case SET_SINT -> Optional.of(Feature.AUTO_EOI)
                    .filter(any -> call.arguments().flag(AUTO_EOI));
            case SET_DIRECT -> Optional.of(Feature.DIRECT_TIMERS);
            case SET_PERIODIC -> Optional.of(Feature.PERIODIC_TIMERS);
            default -> Optional.empty();
        };
    }

    static List<Operation<Vtl>> all(VtlBounds bounds) {
        Parameter sint = Parameter.number("sint", 0, bounds.parts().sints() - 1L, "which SINT");
        Parameter vector = Parameter.number("vector", 0, bounds.vectors() - 1L,
                "the vector that it requests");
        return List.of(
                text(SET_SINT, "unmasks a SINT", sint, vector,
                        Parameter.flag(AUTO_EOI, "whether it is ended as it is delivered")
                                .usually(false))
                        .does(given -> Instructions.instruction(SET_SINT, "write SINT",
                                vtl -> vtl.synic().unmask(given.number("sint"),
                                        given.number("vector"), given.flag(AUTO_EOI), vtl.lapic))),
                text("read-message", "reads the type of the message in a slot", sint)
                        .gives(Arrays.stream(SynicMessage.values()).map(Enum::name)
                                .toArray(String[]::new))
                        .does(given -> Instructions.instruction("read-message", "read the slot",
                                vtl -> vtl.result.become(vtl.synic().slots()
                                        .get(given.number("sint")).message.get().name()))),
                text("message-pending", "reads MessagePending of a slot", sint).gives("0", "1")
                        .does(given -> Instructions.instruction("message-pending",
                                "read MessagePending", vtl -> vtl.result.become(vtl.synic().slots()
                                        .get(given.number("sint")).pending.isSet() ? "1" : "0"))),
                text("clear-message", "makes the type of the message in a slot 0", sint)
                        .does(given -> Instructions.instruction("clear-message", "empty the slot",
                                vtl -> clear(vtl, given.number("sint")))));
    }

    /** What it does with its synthetic timers. */
    static List<Operation<Vtl>> timers(VtlBounds bounds) {
        Parameter sint = Parameter.number("sint", 0, bounds.parts().sints() - 1L, "which SINT");
        Parameter vector = Parameter.number("vector", 0, bounds.vectors() - 1L,
                "the vector that it requests");
        Parameter timer = Parameter.number(TIMER, 0, bounds.parts().synic().timers() - 1L,
                "which timer").usually(0);
        return List.of(
                text("set-stimer", "arms a synthetic timer of its VTL for once", sint, timer)
                        .does(given -> arm("set-stimer", given.number(TIMER), stimer ->
                                stimer.arm(given.number("sint")))),
                text(SET_DIRECT, "arms a synthetic timer of its VTL for once, in direct mode",
                        vector, timer)
                        .does(given -> arm(SET_DIRECT, given.number(TIMER), stimer ->
                                stimer.armDirect(given.number("vector")))),
                text(SET_PERIODIC, "arms a synthetic timer of its VTL for expirations, of which a"
                        + " search needs a number", sint, timer, Parameter.number("times", 1,
                                VtlBounds.MOST_TICKS, "how often it expires"),
                        Parameter.flag("lazy", "whether one may be skipped that finds the one"
                                + " before unserved").usually(false))
                        .does(given -> arm(SET_PERIODIC, given.number(TIMER), stimer -> {
                            stimer.arm(given.number("sint"));
                            stimer.repeat(given.number("times"), given.flag("lazy"));
                        })),
                text(STOP, "writes 0 to the count of a synthetic timer: it expires no more", timer)
                        .does(given -> arm(STOP, given.number(TIMER), Stimer::stop)));
    }

    /** What it does with the flags of its SIEF page. */
    static List<Operation<Vtl>> flags(VtlBounds bounds) {
        Parameter sint = Parameter.number("sint", 0, bounds.parts().sints() - 1L, "which SINT");
        Parameter flag = Parameter.number("flag", 0, bounds.parts().flags() - 1L, "which flag");
        return List.of(text("take-flag", "reads an event flag of its SIEF page and clears it",
                sint, flag).gives("0", "1").does(given -> Instructions.instruction("take-flag",
                        "clear flag " + given.number("flag") + " of SINT" + given.number("sint"),
                        vtl -> vtl.result.become(vtl.synic().slots().get(given.number("sint"))
                                .flags().take(given.number("flag")) ? "1" : "0"))));
    }

    private static Operation.Text<Vtl> text(String name, String meaning, Parameter... takes) {
        return Operation.<Vtl>named(name, meaning, vtl -> vtl.result).takes(takes)
                .from("docs/vtl.md a.8");
    }

    private static Routine<Vtl> arm(String name, int timer, Consumer<Stimer> how) {
        return Instructions.instruction(name, "write STIMER" + timer,
                vtl -> how.accept(vtl.synic().timers().get(timer)));
    }

    private static void clear(Vtl vtl, int sint) {
        if (vtl.synic().slots().get(sint).message.is(SynicMessage.GPA_INTERCEPT)) {
            vtl.view().told.clear();
        }
        vtl.synic().slots().get(sint).clear();
    }
}
