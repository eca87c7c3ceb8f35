package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.EntryReason;

/**
 * Remembers how a virtual processor was left and judges how it is entered next: the hosts know
 * nothing of it. Sources: docs/vtl.md c.1, c.3, g.
 */
public final class SwitchJudge extends Region {

    /** The VTL that was left last. */
    private final IndexCell last;
    /** Why; none while a VTL executes. */
    private final EnumCell<Exit> left = ghost().choice("left", Exit.class);
    /** VTLs that returned although an interrupt of theirs waited. */
    private final BitsCell owed;
    /** Two VTLs, or one that is not active, have executed: what a switch owes cannot be told. */
    private final FlagCell blurred = ghost().flag("blurred");
    private final Breaches breaches;
    private final Vp vp;

    SwitchJudge(CellScope scope, Vp vp, int vtls) {
        super(scope);
        this.vp = vp;
        last = ghost().index("last", vtls).initially(0);
        owed = ghost().bits("owed", vtls);
        breaches = new Breaches(ghost(), false);
    }

    /** Whether that has happened. */
    public boolean saw(Breach breach) {
        return breaches.saw(breach);
    }

    /** It has happened. */
    void note(Breach breach) {
        breaches.note(breach);
    }

    /** A register of {@code target} is read for another VTL and gives {@code value}. */
    public void reads(Vtl target, Register register, int value) {
        if (target.executes.isSet() || target.register(register).get() != value) {
            note(Breach.STALE);
        }
    }

    /** A walk for another VTL began at {@code value} of CR3 of {@code target}. */
    public void walks(Vtl target, int value) {
        reads(target, Register.CR3, value);
        if (target.register(Register.CR3).get() != value) {
            note(Breach.WRONG_WALK);
        }
    }

    /** A register of {@code target} is about to be written for another VTL. */
    public void writes(Vtl target) {
        if (target.executes.isSet()) {
            note(Breach.STALE);
        }
    }

    /** The virtual processor is started in {@code vtl}, which is entered from nowhere. */
    void begins(int vtl) {
        last.become(vtl);
    }

    /** {@code vtl} has stopped. */
    void left(Vtl vtl, Exit reason) {
        last.become(vtl.number());
        left.become(reason);
        if (reason.isReturn() && vtl.lapic.wants()) {
            owed.add(vtl.number());
        }
    }

    /** {@code vtl} carries out an instruction: nobody above may have had to be entered first. */
    void retires(Vtl vtl) {
        for (int above = vtl.number() + 1; above < vp.vtls().size(); above++) {
            if (vp.vtl(above).lapic.due.isSet()) {
                note(Breach.OVERTAKEN);
            }
            if (owed.has(above)) {
                note(Breach.NOT_BACK);
            }
        }
    }

    /** {@code vtl} is entered; {@code wanted} an interrupt, and {@code got} one. */
    void entered(Vtl vtl, boolean wanted, boolean got) {
        if (got && vp.active.get() > vtl.number()) {
            note(Breach.BELOW);
        }
        if (vp.isAstray()) {
            blurred.raise();
        }
        if (blurred.isClear()) {
            judge(vp.vtl(last.get()), vtl, wanted);
        }
        owed.remove(vtl.number());
        left.clear();
    }

    private void judge(Vtl from, Vtl to, boolean wanted) {
        Exit why = left.get();
        Vtl next = vp.target(from, why).orElse(from);
        if (why == Exit.VTL_CALL && to != from && from.mode() != null
                && !from.mode().mode.is(CpuMode.Mode.KERNEL)) {
            from.mode().calledUp.raise();
        }
        if (why.isSwitch() && to == from && from.result.is(VtlResults.UD)) {
            return;
        }
        if (why.isSwitch() && next == from) {
            note(Breach.NO_EXCEPTION);
            return;
        }
        if (to.number() < next.number()
                || to != next && to.entryReason.is(EntryReason.VTL_CALL)) {
            note(Breach.WRONG_TARGET);
        } else if (to != next && to.entryReason.is(EntryReason.INTERCEPT)) {
            intercepted(from, to, why);
        } else if (to != next) {
            interrupted(to, wanted, why.isIntercepted());
        } else if (why == Exit.VTL_CALL && !to.entryReason.is(EntryReason.VTL_CALL)) {
            note(Breach.REASON);
        }
        registers(from, to, why);
    }

    private void intercepted(Vtl from, Vtl to, Exit why) {
        boolean isRegister = !why.isIntercepted() && from.interception() != null;
        if (isRegister && from.interception().by.is(to.number())) {
            return;
        }
        if (!why.isIntercepted()) {
            note(Breach.REASON);
        } else if (!from.view().restrictedBy.is(to.number())) {
            note(Breach.WRONG_TARGET);
        }
    }

    private void interrupted(Vtl to, boolean wanted, boolean intercepted) {
        if (intercepted && to.entryReason.is(EntryReason.INTERCEPT)) {
            return;
        }
        if (!to.entryReason.is(EntryReason.INTERRUPT)) {
            note(Breach.REASON);
        }
        if (!wanted) {
            note(Breach.MASKED);
            if (to.lapic.irr.isEmpty()) {
                note(Breach.RISEN);
            }
        }
        for (int above = to.number() + 1; above < vp.vtls().size(); above++) {
            if (to.kicked.isClear() && vp.vtl(above).lapic.due.isSet()) {
                note(Breach.NOT_HIGHEST);
            }
        }
    }

    private void registers(Vtl from, Vtl to, Exit why) {
        for (Register register : Register.ALL) {
            boolean restored = register == Register.RAX && why == Exit.VTL_RETURN;
            int before = restored ? from.returnRax.get() : from.register(register).get();
            if (register.isShared() && to.register(register).get() != before) {
                note(register == Register.RAX && why.isReturn() ? Breach.RAX : Breach.TORN);
            }
        }
    }
}
