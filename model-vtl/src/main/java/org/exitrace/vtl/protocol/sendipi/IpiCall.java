package org.exitrace.vtl.protocol.sendipi;

import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.HvStatus;

/** The calls of one processor at VTL 1, one behind the other, with the handler's stack. */
final class IpiCall extends Region {

    /** Calls that the guest makes. */
    static final int CALLS = 2;

    final CountCell made = cells().count("made", CALLS);
    final EnumCell<Variant> variant = cells().choice("variant", Variant.class);
    /** The byte in the guest's input. */
    final EnumCell<NamedVtl> input = cells().choice("input", NamedVtl.class);
    /** The same byte of send_ipi on the stack. */
    final EnumCell<NamedVtl> stack = cells().choice("stack send_ipi.in_vtl", NamedVtl.class);
    /** The same byte of send_ipi_ex, which lies elsewhere. */
    final EnumCell<NamedVtl> stackEx = cells().choice("stack send_ipi_ex.in_vtl",
            NamedVtl.class);
    /** The handler's variable vtl. */
    final EnumCell<NamedVtl> vtl = cells().choice("vtl", NamedVtl.class);
    final EnumCell<HvStatus> status = cells().choice("status", HvStatus.class);
    final FlagCell dropped = ghost().flag("dropped");
    final FlagCell refused = ghost().flag("refused");
    /** VTL 0 and VTL 1 of the other processor. */
    private final List<IpiTarget> targets;

    IpiCall(CellScope scope, List<IpiTarget> targets) {
        super(scope);
        this.targets = targets;
    }

    void make(Variant how, NamedVtl target) {
        variant.become(how);
        input.become(target);
    }

    /** Other code of the kernel has used the stack meanwhile. */
    void leave(NamedVtl residue) {
        stack.become(residue);
        stackEx.become(residue);
    }

    void copy() {
        if (variant.is(Variant.EXTENDED)) {
            stackEx.become(input.get());
        } else {
            stack.become(input.get());
        }
    }

    /** Sets the vector in the other processor's LAPIC of {@code vtl}, if it has that VTL. */
    void deliver() {
        NamedVtl asked = input.get().orCaller();
        NamedVtl target = vtl.get().orCaller();
        if (target == NamedVtl.VTL7) {
            dropped.raise();
        } else {
            targets.get(target == NamedVtl.VTL0 ? 0 : 1).set(target == asked);
        }
        end(HvStatus.SUCCESS);
    }

    void refuse(HvStatus why) {
        if (!input.is(NamedVtl.VTL7)) {
            refused.raise();
        }
        end(why);
    }

    private void end(HvStatus told) {
        status.become(told);
        variant.clear();
        input.clear();
        stack.clear();
        stackEx.clear();
        vtl.clear();
    }
}
