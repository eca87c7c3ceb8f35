package org.exitrace.kvm.exchange;

import java.util.Map;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.kvm.script.ScriptedThread;
import org.exitrace.kvm.vmgexit.GuestVm;

/**
 * How large a machine is, what KVM was told of it, and what its virtual CPUs do.
 *
 * @param bounds how much of everything
 * @param vm what KVM was told of it
 * @param vmsaWrites whether what the host writes into a VMSA that was launched is modelled
 * @param misbehaviours how many a hostile host can afford, from 0
 * @param scripts by the number of the virtual CPU; one without a script does nothing
 * @param threads of the VMM, by the same number; one without a script runs its virtual CPU
 */
public record ExchangeShape(ExchangeBounds bounds, GuestVm vm, boolean vmsaWrites,
        int misbehaviours, Map<Integer, Script<GhcbGuest>> scripts,
        Map<Integer, Script<ScriptedThread>> threads) {
}
