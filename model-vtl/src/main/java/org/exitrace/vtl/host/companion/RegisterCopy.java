package org.exitrace.vtl.host.companion;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/** The VMM's copy of a vCPU's registers. */
final class RegisterCopy extends Region {

    private final List<CountCell> registers = new ArrayList<>();
    /** The private ones, while those of the other vCPU stand in their place. */
    private final CountCell saved;

    RegisterCopy(CellScope scope) {
        super(scope);
        for (Register register : Register.ALL) {
            registers.add(cells().count(register.word(), 0, Register.MOST));
        }
        saved = cells().count("saved", 0, Register.MOST);
    }

    CountCell of(Register register) {
        return registers.get(register.ordinal());
    }

    void pull(Vtl vtl, int cr3) {
        for (Register register : Register.ALL) {
            of(register).become(vtl.register(register).get());
        }
        of(Register.CR3).become(cr3);
        saved.become(cr3);
    }

    void copy(RegisterCopy other, boolean forgetsShared) {
        for (Register register : Register.ALL) {
            if (!forgetsShared || register != Register.RBX) {
                of(register).become(other.of(register).get());
            }
        }
    }

    void restorePrivate() {
        of(Register.CR3).become(saved.get());
        saved.clear();
    }

    void push(Vtl vtl) {
        for (Register register : Register.ALL) {
            vtl.register(register).become(of(register).get());
        }
    }

    /** The VMM itself has written {@code register} of the vCPU. */
    void write(Register register, int value) {
        of(register).become(value);
        if (!register.isShared()) {
            saved.become(value);
        }
    }

    /**
     * Nobody will look at it again but at the private ones, which wait for their vCPU's turn; or
     * not even at those, if all are pulled again then.
     */
    void isLeft(boolean isPulledAgain) {
        registers.forEach(CountCell::clear);
        if (isPulledAgain) {
            saved.clear();
        }
    }

    /** Nobody will look at it again. */
    void forget() {
        isLeft(true);
    }
}
