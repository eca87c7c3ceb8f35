package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.IoWord;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code io_interception}, {@code sev_es_string_io}: {@code SW_EXITINFO1} tells port, size and
 * direction; {@code SW_EXITINFO2} how often, for strings. Strings are shorter here than a page,
 * which is as much as KVM hands to user space at once.
 */
public final class PortIo implements ExitGroup<NaeEvent> {

    private static final long INT_MAX = Integer.MAX_VALUE;

    private final boolean countsBytes;
    private final boolean checksLength;
    private final Scratch scratch;

    /** Port I/O on a host of {@code kernel}. */
    public PortIo(Kernel kernel, Scratch scratch) {
        this.scratch = scratch;
        countsBytes = kernel.has(VmgexitChange.B_55);
        checksLength = kernel.has(VmgexitChange.B_5C);
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.IOIO);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        code.when(state -> IoWord.isString(word(state)), this::string, one -> one
                .local(state -> state.leave(RunReturn.KVM_EXIT_IO, isIn(state) ? 0
                        : state.copy(GhcbField.RAX) & mask(state))));
    }

    private void string(Block<SevEsState> code) {
        if (countsBytes) {
            code.when(state -> Long.compareUnsigned(count(state), INT_MAX) > 0
                            || bytes(state) > INT_MAX,
                    wrong -> wrong.done(state -> state.leave(RunReturn.EINVAL, 0)));
        }
        if (checksLength) {
            code.when(state -> bytes(state) == 0, Block::done);
        }
        code.when(PortIo::isIn, in -> scratch.setUp(in, true, this::length),
                out -> scratch.setUp(out, false, this::length));
        code.when(state -> count(state) == 0,
                empty -> empty.done(state -> state.badLength.raise()));
        code.when(state -> !isIn(state), out -> scratch.read(out, state -> 0, PortIo::bytes),
                in -> in.local(state -> state.data.clear()));
        code.local(state -> state.leave(RunReturn.KVM_EXIT_IO, state.data.get()));
    }

    @Override
    public void complete(Block<SevEsState> code, NaeEvent event) {
        code.when(state -> !isIn(state), Block::done);
        code.when(state -> IoWord.isString(word(state)),
                string -> scratch.write(string, state -> 0, PortIo::bytes),
                one -> one.local(PortIo::give));
    }

    /** {@code complete_fast_pio_in}: four bytes fill RAX, fewer leave the rest of it. */
    private static void give(SevEsState state) {
        long kept = IoWord.size(word(state)) < Integer.BYTES
                ? state.copy(GhcbField.RAX) & ~mask(state) : 0;
        state.become(GhcbField.RAX, kept | state.data.get() & mask(state));
    }

    /** How long the scratch area is taken to be; before B-55 the count was taken for bytes. */
    private long length(SevEsState state) {
        return countsBytes ? bytes(state) : count(state);
    }

    private static long bytes(SevEsState state) {
        return count(state) * IoWord.size(word(state));
    }

    private static long count(SevEsState state) {
        return state.copy(GhcbField.SW_EXITINFO2);
    }

    private static long mask(SevEsState state) {
        return (1L << IoWord.size(word(state)) * Byte.SIZE) - 1;
    }

    private static boolean isIn(SevEsState state) {
        return IoWord.isIn(word(state));
    }

    private static long word(SevEsState state) {
        return state.copy(GhcbField.SW_EXITINFO1);
    }
}
