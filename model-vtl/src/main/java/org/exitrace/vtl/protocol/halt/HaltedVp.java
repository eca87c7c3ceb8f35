package org.exitrace.vtl.protocol.halt;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/**
 * The thread of a processor whose local APIC a VMM emulates, and its guest, which goes round with
 * STI and HLT. Behind STI the interrupt shadow lets nothing in before one more instruction is over.
 */
final class HaltedVp extends Region {

    private static final String SOURCE = "docs/vtl.md f.13";

    /** Interrupts that were requested and not delivered, by their senders. */
    private final BitsCell requested;
    /** Somebody wants its thread to look. */
    private final FlagCell woken = cells().flag("woken");
    /** The VMM knows that its guest has halted. */
    final FlagCell halted = cells().flag("halted");
    /** The interrupt shadow. */
    private final FlagCell shadow = cells().flag("interrupt shadow");
    /** It shall be told once an interrupt can be delivered. */
    final FlagCell armed = cells().flag("notification armed");

    HaltedVp(CellScope scope, int senders) {
        super(scope);
        requested = cells().bits("requested", senders);
    }

    /** The interrupt of {@code sender} is requested. */
    void request(int sender) {
        requested.add(sender);
    }

    /** Its thread is woken, or its guest exits. */
    void wake() {
        woken.raise();
    }

    /** Whether all that was requested is delivered. */
    boolean hasAll() {
        return requested.isEmpty();
    }

    static Routine<HaltedVp> loop(ProtocolRules rules) {
        boolean runs = rules.keep(ProtocolRule.RUNS_UNTIL_TOLD);
        return Routine.named("run loop", SOURCE, code -> code.forever(loop -> {
            loop.step("takes the wake-up", vp -> vp.woken.clear());
            loop.test("is an interrupt requested?", vp -> !vp.requested.isEmpty(),
                    some -> some.test("does the interrupt shadow keep it out?",
                            vp -> vp.shadow.isSet(), later -> arm(later, runs),
                            now -> now.step("delivers it", HaltedVp::deliver)));
            loop.when(vp -> vp.halted.isSet(), asleep -> asleep
                    .await("sleeps until it is woken", vp -> vp.woken.isSet()).mayRest().again());
            loop.when(vp -> vp.armed.isSet(), told -> told
                    .step("the guest runs on; the notification exits", HaltedVp::tell).again());
            guest(loop);
        }));
    }

    private static void arm(Block<HaltedVp> code, boolean runs) {
        code.step("arms the notification", vp -> vp.armed.raise());
        code.given(runs, on -> on.step("is no longer halted", vp -> vp.halted.clear()));
    }

    private static void guest(Block<HaltedVp> code) {
        code.step("the guest: STI", vp -> vp.shadow.raise())
                .test("the guest exits to look at an interrupt?", vp -> vp.woken.isSet(),
                        Block::again)
                .step("the guest: HLT, which exits", vp -> vp.halted.raise());
    }

    private void deliver() {
        requested.remove(Long.numberOfTrailingZeros(requested.get()));
        halted.clear();
    }

    private void tell() {
        shadow.clear();
        armed.clear();
    }
}
