package org.exitrace.kvm.sev;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * The AP jump table's address, one word per VM, without lock or validation. It is 0 until the
 * guest sets it; 1 stands for the one page of this model that firmware sets aside.
 *
 * <p>Source: sev.c, exit 0x80000005; docs/ap-boot.md a.5.
 */
public final class JumpTable extends Region {

    private final CountCell address = cells().count("ap_jump_table", 1);

    /** Declares the word in {@code scope}. */
    public JumpTable(CellScope scope) {
        super(scope);
    }

    /** The guest stores the address. */
    public Routine<Vcpu> set() {
        return Routine.named("sev_handle_vmgexit", "sev.c AP_JUMP_TABLE", code -> code
                .step("ap_jump_table = SW_EXITINFO2", vcpu -> {
                    address.become(1);
                    vcpu.guest.exit.clear();
                    vcpu.guest.exitInfo2.clear();
                }).costs("kvm.access"));
    }

    /** The guest asks for the address. */
    public Routine<Vcpu> get() {
        return Routine.named("sev_handle_vmgexit", "sev.c AP_JUMP_TABLE", code -> code
                .step("SW_EXITINFO2 = ap_jump_table", vcpu -> {
                    vcpu.guest.exitInfo2.become(address.get());
                    vcpu.guest.exit.clear();
                }).costs("kvm.access"));
    }
}
