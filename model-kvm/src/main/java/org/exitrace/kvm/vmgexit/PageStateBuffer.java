package org.exitrace.kvm.vmgexit;

import java.util.List;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;

/**
 * A list of page state changes in the guest's shared buffer. Each call to read or write is one
 * access, and so belongs into one step.
 */
final class PageStateBuffer {

    private final List<PageStateWork> works;
    private final boolean needsHeader;

    /**
     * The lists of virtual CPUs of {@code works}.
     *
     * @param needsHeader whether the scratch area must have room for a header
     */
    PageStateBuffer(List<PageStateWork> works, boolean needsHeader) {
        this.works = List.copyOf(works);
        this.needsHeader = needsHeader;
    }

    /** What is kept of the list of the virtual CPU of {@code state}. */
    PageStateWork of(SevEsState state) {
        return works.get(state.vcpu.number());
    }

    /**
     * Whether SW_SCRATCH leads into the words that the machine's buffer has, and then which of
     * them. A kernel's copy of memory elsewhere, and an address that is no multiple of eight, are
     * refused: a simplification.
     */
    boolean resolve(SevEsState state) {
        GhcbPage page = state.page();
        long offset = state.copy(GhcbField.SW_SCRATCH) - page.address() - GhcbField.SHARED_BUFFER;
        long last = page.buffer.size() - (needsHeader ? 1 : 0);
        long word = offset / Long.BYTES;
        if (offset < 0 || offset % Long.BYTES != 0 || word > last) {
            return false;
        }
        of(state).base.become((int) word);
        return true;
    }

    /** How many entries fit behind the header of a list that begins where this one does. */
    int room(SevEsState state) {
        return state.page().buffer.size() - of(state).base.get() - 1;
    }

    long header(SevEsState state) {
        return read(state, 0);
    }

    void header(SevEsState state, long value) {
        write(state, 0, value);
    }

    long entry(SevEsState state, int index) {
        return read(state, index + 1);
    }

    void entry(SevEsState state, int index, long value) {
        write(state, index + 1, value);
    }

    private long read(SevEsState state, int word) {
        WordCell cell = cell(state, word);
        return cell == null ? 0 : cell.get();
    }

    private void write(SevEsState state, int word, long value) {
        WordCell cell = cell(state, word);
        if (cell != null) {
            cell.become(value);
        }
    }

    /** Behind the buffer lies memory of the host, of which nothing is known here. */
    private WordCell cell(SevEsState state, int word) {
        int place = of(state).base.get() + word;
        List<WordCell> buffer = state.page().buffer;
        if (place >= buffer.size()) {
            state.overrun.raise();
            return null;
        }
        return buffer.get(place);
    }
}
