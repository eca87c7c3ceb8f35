package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code kvm_sev_es_mmio_read} and {@code _write}: an access of {@code SW_EXITINFO2} bytes at
 * {@code SW_EXITINFO1}, whose data stand in the scratch area, in pieces of at most eight bytes.
 * That the length is looked at before the area is a reading.
 */
public final class Mmio implements ExitGroup<NaeEvent> {

    private final boolean checksLength;
    private final boolean second;
    private final Scratch scratch;

    /** The accesses of guests of {@code vm}. */
    public Mmio(Kernel kernel, GuestVm vm, Scratch scratch) {
        checksLength = kernel.has(VmgexitChange.B_5C);
        second = vm.ghcbVersion() > 1;
        this.scratch = scratch;
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.MMIO_READ, NaeEvent.MMIO_WRITE);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        if (checksLength) {
            code.when(state -> length(state) == 0, Block::done);
            if (second) {
                code.when(state -> Long.compareUnsigned(length(state), Long.BYTES) > 0, wrong -> {
                    Reply.refuse(wrong, GhcbReply.INVALID_INPUT);
                    wrong.done();
                });
            }
        }
        scratch.setUp(code, event == NaeEvent.MMIO_READ, Mmio::length);
        code.when(state -> length(state) == 0 || second && length(state) > Long.BYTES,
                odd -> odd.local(state -> state.badLength.raise()));
        code.when(state -> length(state) == 0, Block::done);
        piece(code, 0, event);
    }

    @Override
    public void complete(Block<SevEsState> code, NaeEvent event) {
        if (event == NaeEvent.MMIO_READ) {
            scratch.write(code, Mmio::from, Mmio::bytes);
        }
        code.local(state -> state.pieces.increment());
        code.when(state -> from(state) < length(state), more -> piece(more, 1, event),
                over -> over.local(state -> state.pieces.clear()));
    }

    /** Each piece but the first begins behind the first word of the buffer. */
    private void piece(Block<SevEsState> code, int least, NaeEvent event) {
        if (event == NaeEvent.MMIO_WRITE) {
            scratch.read(code, least, Mmio::from, Mmio::bytes);
        } else {
            code.local(state -> state.data.clear());
        }
        code.local(state -> state.leave(RunReturn.KVM_EXIT_MMIO, state.data.get()));
    }

    private static long length(SevEsState state) {
        return state.copy(GhcbField.SW_EXITINFO2);
    }

    private static long from(SevEsState state) {
        return (long) state.pieces.get() * Long.BYTES;
    }

    private static long bytes(SevEsState state) {
        return Math.min(length(state) - from(state), Long.BYTES);
    }
}
