package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;

/** {@code kvm_emulate_cpuid}: leaf 0xD depends on XCR0, which came with the request. */
public final class CpuidEvents implements ExitGroup<NaeEvent> {

    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final GuestVm vm;

    /** As guests of {@code vm} are told. */
    public CpuidEvents(GuestVm vm) {
        this.vm = vm;
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.CPUID);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.local(state -> {
            long[] registers = CpuidLeaves.registers(state.copy(GhcbField.RAX) & LOW_HALF,
                    state.copy(GhcbField.RCX) & LOW_HALF, vm.snp(), state.xcr0.get(),
                    state.copy(GhcbField.XSS));
            state.become(GhcbField.RAX, registers[0]);
            state.become(GhcbField.RBX, registers[1]);
            state.become(GhcbField.RCX, registers[2]);
            state.become(GhcbField.RDX, registers[3]);
        });
    }
}
