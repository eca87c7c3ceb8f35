package org.exitrace.kvm.sev;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.script.GuestOperations;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * The AP jump table's address, one word per VM, without lock or validation: 0 until the guest sets
 * it, and whatever it sets. The word is an address of this model, 0 to 3.
 *
 * <p>Source: sev.c, exit 0x80000005; docs/ap-boot.md a.5.
 */
public final class JumpTable extends Region {

    private final CountCell address =
            cells().count("ap_jump_table", GuestOperations.HIGHEST_ADDRESS);

    /** Declares the word in {@code scope}. */
    public JumpTable(CellScope scope) {
        super(scope);
    }

    /** Handles the exit: stores the address, gives it, or refuses what is neither. */
    public Routine<Vcpu> handle() {
        return Routine.named("sev_handle_vmgexit", "sev.c AP_JUMP_TABLE", code -> code
                .when(vcpu -> vcpu.guest.exitInfo1.is(ApJumpTable.SET), set -> set
                        .step("ap_jump_table = SW_EXITINFO2", this::set).costs("kvm.access")
                        .done())
                .when(vcpu -> vcpu.guest.exitInfo1.is(ApJumpTable.GET), get -> get
                        .step("SW_EXITINFO2 = ap_jump_table", this::get).costs("kvm.access")
                        .done())
                .local(JumpTable::refuse));
    }

    private void set(Vcpu vcpu) {
        address.become(vcpu.guest.exitInfo2.get());
        vcpu.guest.exit.clear();
        vcpu.guest.exitInfo2.clear();
    }

    private void get(Vcpu vcpu) {
        vcpu.guest.exit.clear();
        vcpu.guest.exitInfo1.become(GhcbReply.NO_ACTION);
        vcpu.guest.exitInfo2.become(address.get());
    }

    /** Touches nothing but the GHCB, which is the vCPU's own: no step. */
    private static void refuse(Vcpu vcpu) {
        vcpu.guest.exit.clear();
        vcpu.guest.exitInfo1.become(GhcbReply.MALFORMED_INPUT);
        vcpu.guest.exitInfo2.become(GhcbReply.INVALID_INPUT);
    }
}
