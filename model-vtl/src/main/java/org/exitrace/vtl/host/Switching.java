package org.exitrace.vtl.host;

import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Exit;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/** What each switch between two VTLs does to what the guest sees (docs/vtl.md c.1). */
public final class Switching {

    private Switching() {
    }

    /** The control block of {@code to}, which is entered from {@code from}. */
    public static void writeControlBlock(Vtl from, Vtl to, EntryReason cause) {
        to.writesControlBlock(cause, from.register(Register.RAX).get());
        if (to.vina() != null) {
            to.vina().enters(from.vina());
        }
    }

    /** What ends when {@code from} returns: its locks of translations, and VinaAsserted. */
    public static void returns(Vtl from) {
        if (from.view() != null) {
            from.view().memory().returns(from);
        }
        if (from.vina() != null) {
            from.vina().returns();
        }
    }

    /** RAX of {@code to}, to which {@code from} returns; a fast return leaves it alone. */
    public static void restoreRax(Vtl from, Vtl to) {
        returns(from);
        if (from.exit.is(Exit.VTL_RETURN)) {
            to.register(Register.RAX).become(from.returnRax.get());
        }
    }
}
