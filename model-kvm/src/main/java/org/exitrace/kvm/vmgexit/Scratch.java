package org.exitrace.kvm.vmgexit;

import java.util.List;
import java.util.function.ToLongFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code setup_vmgexit_scratch} and what the host then reads and writes there, by docs/ghcb.md f.3:
 * inside of the GHCB page the guest's own memory, outside of it a copy in the kernel.
 */
public final class Scratch {

    private static final long LIMIT = 16L << GhcbPage.PAGE_BITS;
    private static final long IN_PAGE = (1L << GhcbPage.PAGE_BITS) - 1;

    private final boolean onlyInPage;
    private final boolean second;
    private final boolean outside;
    private final Kernel kernel;
    private final int words;

    /**
     * Scratch areas of {@code vm} on a host of {@code kernel}.
     *
     * @param words words of the shared buffer that the machine's GHCBs have
     */
    public Scratch(Kernel kernel, GuestVm vm, int words) {
        this.kernel = kernel;
        this.words = words;
        second = vm.ghcbVersion() > 1;
        outside = vm.moreMemory();
        onlyInPage = second && kernel.has(VmgexitChange.D_SCRATCH_IN_PAGE);
    }

    /**
     * Goes on where {@code SW_SCRATCH} names an area of {@code length} bytes; ends the routine
     * where it does not.
     *
     * @param sync whether what the host writes there comes back to the guest
     */
    void setUp(Block<SevEsState> code, boolean sync, ToLongFunction<SevEsState> length) {
        code.when(state -> isWrong(state, length.applyAsLong(state)), wrong -> {
            Refusal.write(wrong, kernel, GhcbReply.INVALID_SCRATCH_AREA);
            wrong.done();
        });
        code.when(state -> !isInPage(state), outside -> copyIn(outside, sync, length));
    }

    private boolean isWrong(SevEsState state, long length) {
        long from = state.copy(GhcbField.SW_SCRATCH);
        long end = from + length;
        if (from == 0 || Long.compareUnsigned(end, from) < 0) {
            return true;
        }
        if (!isInPage(state)) {
            return onlyInPage || Long.compareUnsigned(length, LIMIT) > 0;
        }
        return from < state.page().address() + GhcbField.SHARED_BUFFER
                || Long.compareUnsigned(
                        end, state.page().address() + GhcbField.SHARED_BUFFER_END) > 0;
    }

    private static boolean isInPage(SevEsState state) {
        return (state.copy(GhcbField.SW_SCRATCH) & ~IN_PAGE) == state.page().address();
    }

    private void copyIn(Block<SevEsState> code, boolean sync, ToLongFunction<SevEsState> length) {
        if (!outside) {
            code.done(state -> state.leave(RunReturn.EFAULT, 0));
            return;
        }
        code.when(state -> !isShared(state, length.applyAsLong(state)),
                unreadable -> unreadable.done(state -> state.leave(RunReturn.EFAULT, 0)));
        code.local(state -> {
            state.scratch.orElseThrow().used.raise();
            state.scratch.orElseThrow().sync.become(sync);
            if (second) {
                state.overrun.raise();
            }
        });
        for (int i = 0; i < words; i++) {
            int word = i;
            code.when(state -> touches(state, 0, length.applyAsLong(state), word), part -> part
                    .step("copies shared[" + word + "]", state -> {
                        ScratchCopy copy = state.scratch.orElseThrow();
                        copy.words.get(word).become(copy.memory.words.get(word).get());
                    }).costs(Reply.COST));
        }
    }

    private static boolean isShared(SevEsState state, long length) {
        long from = state.copy(GhcbField.SW_SCRATCH);
        if (state.guest.at(from & ~IN_PAGE).isPresent()) {
            throw new IllegalStateException("a scratch area in another GHCB is not modelled");
        }
        return state.scratch.map(copy -> copy.memory.has(from, length)).orElse(false);
    }

    /** Writes back what the kernel changed in a copy, before the guest is entered. */
    void copyOut(Block<SevEsState> code) {
        for (int i = 0; outside && i < words; i++) {
            int word = i;
            code.when(state -> state.scratch.map(copy -> copy.sync.isSet()).orElse(false),
                    part -> part.step("copies back shared[" + word + "]", state -> {
                        ScratchCopy copy = state.scratch.orElseThrow();
                        copy.memory.words.get(word).become(copy.words.get(word).get());
                    }).costs(Reply.COST));
        }
    }

    /** Reads {@code bytes} bytes from {@code from} on, the first eight of them into the data. */
    void read(Block<SevEsState> code, ToLongFunction<SevEsState> from,
            ToLongFunction<SevEsState> bytes) {
        read(code, 0, from, bytes);
    }

    /** The same, where nothing before {@code least} words is read. */
    void read(Block<SevEsState> code, int least, ToLongFunction<SevEsState> from,
            ToLongFunction<SevEsState> bytes) {
        code.local(state -> state.data.clear());
        access(code, "reads", least, from, bytes, this::gather);
    }

    /** Writes {@code bytes} bytes from {@code from} on: the eight bytes of the data, repeated. */
    void write(Block<SevEsState> code, ToLongFunction<SevEsState> from,
            ToLongFunction<SevEsState> bytes) {
        access(code, "writes", 0, from, bytes, this::scatter);
    }

    /** What an access does to one word. */
    private interface WordAccess {
        void at(SevEsState state, long from, long bytes, int word);
    }

    private void access(Block<SevEsState> code, String what, int least,
            ToLongFunction<SevEsState> from, ToLongFunction<SevEsState> bytes,
            WordAccess access) {
        code.local(state -> look(state, from.applyAsLong(state) + bytes.applyAsLong(state) - 1));
        for (int i = least; i < words; i++) {
            int word = i;
            code.when(state -> touches(state, from.applyAsLong(state), bytes.applyAsLong(state),
                    word), part -> part.step(what + " buffer[" + word + "]", state -> access.at(
                            state, from.applyAsLong(state), bytes.applyAsLong(state), word))
                    .costs(Reply.COST));
        }
    }

    /** What lies beyond the buffer is not the guest's; what this machine has no words for, is. */
    private void look(SevEsState state, long last) {
        if (isInPage(state) && place(state, last)
                >= GhcbField.SHARED_BUFFER_END - GhcbField.SHARED_BUFFER) {
            state.overrun.raise();
        } else if (place(state, last) / Long.BYTES >= words) {
            throw new IllegalStateException("byte " + place(state, last) + " of the scratch area"
                    + " is not carried by this machine: give it more buffer-words");
        }
    }

    private void gather(SevEsState state, long from, long bytes, int word) {
        long found = state.data.get();
        for (int i = 0; i < Math.min(bytes, Long.BYTES); i++) {
            long place = place(state, from + i);
            if (place / Long.BYTES == word) {
                found |= (cell(state, word).get() >>> bits(place) & 0xFF) << bits(i);
            }
        }
        state.data.become(found);
    }

    private void scatter(SevEsState state, long from, long bytes, int word) {
        long value = cell(state, word).get();
        for (long i = 0; i < bytes; i++) {
            long place = place(state, from + i);
            if (place / Long.BYTES == word) {
                long given = state.data.get() >>> bits(i) & 0xFF;
                value = value & ~(0xFFL << bits(place)) | given << bits(place);
            }
        }
        cell(state, word).become(value);
    }

    private static long bits(long place) {
        return place % Long.BYTES * Byte.SIZE;
    }

    private boolean touches(SevEsState state, long from, long bytes, int word) {
        return bytes > 0 && place(state, from) / Long.BYTES <= word
                && word <= place(state, from + bytes - 1) / Long.BYTES;
    }

    /** Which byte of the words the byte {@code offset} of the area is. */
    private static long place(SevEsState state, long offset) {
        long first = state.copy(GhcbField.SW_SCRATCH);
        return isInPage(state) ? (first & IN_PAGE) - GhcbField.SHARED_BUFFER + offset
                : first - SharedMemory.ADDRESS + offset;
    }

    private static WordCell cell(SevEsState state, int word) {
        List<WordCell> cells = isInPage(state) ? state.page().buffer
                : state.scratch.orElseThrow().words;
        return cells.get(word);
    }
}
