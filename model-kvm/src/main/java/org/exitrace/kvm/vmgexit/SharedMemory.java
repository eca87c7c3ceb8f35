package org.exitrace.kvm.vmgexit;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;

/** Memory that guest and host share, and that is no GHCB: the beginning of one page. */
public final class SharedMemory extends Region {

    /** Its guest-physical address. */
    public static final long ADDRESS = 0x8000;

    /** Its words of eight bytes. */
    final List<WordCell> words;

    /** Declares {@code count} words in {@code scope}. */
    public SharedMemory(CellScope scope, int count) {
        super(scope);
        List<WordCell> all = new ArrayList<>();
        for (int word = 0; word < count; word++) {
            all.add(cells().word("shared[" + word + "]"));
        }
        words = List.copyOf(all);
    }

    /** Whether it has {@code bytes} bytes from {@code address} on. */
    boolean has(long address, long bytes) {
        long from = address - ADDRESS;
        return from >= 0 && bytes >= 0 && from + bytes <= (long) words.size() * Long.BYTES;
    }
}
