package org.exitrace.vtl.host;

import java.util.Optional;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/**
 * What user space does at a switch where the host leaves it to user space.
 *
 * @param vmm how careful it is
 */
public record SwitchDuties(Vmm vmm) {

    /** To which VTL {@code from} asks to go; none if it shall have #UD. */
    public Optional<Vtl> target(Vtl from) {
        Vp vp = from.vp();
        if (vmm == Vmm.GOES_TO_TOP && from.exit.is(Exit.VTL_CALL) && from.target().isPresent()) {
            return vp.below(vp.vtl(vp.vtls().size() - 1)).flatMap(vp::above);
        }
        return vmm == Vmm.CHECKS_NOTHING ? Optional.of(from.target().orElse(from))
                : from.target();
    }

    /** Why {@code from} makes its target be entered. */
    public static EntryReason reason(Vtl from) {
        return from.exit.is(Exit.VTL_CALL) ? EntryReason.VTL_CALL : EntryReason.RESERVED;
    }

    /** Copies the registers that the VTLs share. */
    public void copyShared(Crossing crossing) {
        Vtl from = crossing.from();
        Vtl to = crossing.to();
        int kept = to.register(Register.RBX).get();
        to.takeShared(from);
        if (vmm == Vmm.FORGETS_SHARED) {
            to.register(Register.RBX).become(kept);
        }
    }

    /** Writes the control block of where it goes, or reads that of the VTL that returns. */
    public void controlBlock(Crossing crossing) {
        controlBlock(crossing.from(), crossing.to(), crossing.reason());
    }

    /** Writes the control block of {@code to}, or reads that of {@code from} at a return. */
    public void controlBlock(Vtl from, Vtl to, EntryReason reason) {
        if (reason == EntryReason.RESERVED) {
            restore(from, to);
        } else {
            boolean misnamed = vmm == Vmm.NAMES_INTERRUPT && to.lapic.wants();
            Switching.writeControlBlock(from, to, misnamed ? EntryReason.INTERRUPT : reason);
        }
    }

    private void restore(Vtl from, Vtl to) {
        Switching.returns(from);
        if (restoresRax(from)) {
            to.register(Register.RAX).become(from.returnRax.get());
        }
    }

    /** Whether it takes RAX and RCX of the VTL below from the control block of {@code from}. */
    public boolean restoresRax(Vtl from) {
        return from.exit.is(Exit.VTL_RETURN)
                || vmm == Vmm.RESTORES_ALWAYS && from.exit.is(Exit.FAST_VTL_RETURN);
    }

    /** Whether user space takes an interrupt of {@code vtl} for one that comes now. */
    public boolean isDue(Vtl vtl) {
        return vmm == Vmm.IGNORES_PRIORITY ? !vtl.lapic.irr.isEmpty() : vtl.lapic.wants();
    }
}
