package org.exitrace.ghcb.vc;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * What an instruction reaches that is meant for memory: the guest's own page table says whether
 * through the C-bit, the host's nested one whether there is memory at all.
 */
public final class MemoryAccess extends Region {

    /** The nested page table has reserved bits there, as for a device: an access raises #VC. */
    public final FlagCell device = cells().flag("nested_device");

    private final FlagCell encrypted = ghost().flag("access_is_encrypted");

    MemoryAccess(CellScope scope) {
        super(scope);
    }

    /** An instruction is at work whose operand is mapped with the C-bit, or without. */
    void begin(boolean withBit) {
        encrypted.become(withBit);
    }

    /** The guest goes on behind the instruction. */
    void end() {
        encrypted.clear();
    }

    /** Whether an exit with {@code code} shows the host what is to stay private. */
    boolean isShownBy(long code) {
        return encrypted.isSet() && (code == NaeEvent.MMIO_READ.code()
                || code == NaeEvent.MMIO_WRITE.code());
    }
}
