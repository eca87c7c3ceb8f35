package org.exitrace.kvm.vmgexit;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;

/** The kernel's buffer for a scratch area that lies outside of the GHCB page. */
final class ScratchCopy extends Region {

    /** There is one for this exit, {@code ghcb_sa_free}. */
    final FlagCell used = cells().flag("ghcb_sa_free");
    /** What the kernel changes is copied back, {@code ghcb_sa_sync}. */
    final FlagCell sync = cells().flag("ghcb_sa_sync");
    /** Its words; where the memory of the guest begins, they begin. */
    final List<WordCell> words;
    /** What it is a copy of. */
    final SharedMemory memory;

    ScratchCopy(CellScope scope, SharedMemory memory) {
        super(scope);
        this.memory = memory;
        List<WordCell> all = new ArrayList<>();
        for (int word = 0; word < memory.words.size(); word++) {
            all.add(cells().word("ghcb_sa[" + word + "]"));
        }
        words = List.copyOf(all);
    }

    void forget() {
        used.clear();
        sync.clear();
        words.forEach(WordCell::clear);
    }
}
