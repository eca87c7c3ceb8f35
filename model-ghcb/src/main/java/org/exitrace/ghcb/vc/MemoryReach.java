package org.exitrace.ghcb.vc;

import java.util.Collections;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * An instruction of the kernel that reads memory. A host that marks the page in its nested page
 * table as a device's makes it raise #VC, and a handler that believes that asks the host for what
 * stands there.
 *
 * <p>Source: Linux {@code vc_slow_virt_to_phys}; docs/ghcb.md S-32, d.2.
 */
final class MemoryReach {

    /** The operation. */
    static final String NAME = "read-memory";
    /** Of it: how the memory is mapped. */
    static final String MAPPED = "mapped";
    /** Of that: with the C-bit. */
    static final String ENCRYPTED = "encrypted";

    private static final String SOURCE = "vc-handle.c vc_slow_virt_to_phys; docs/ghcb.md S-32";
    private static final long ADDRESS = 0x2000;
    private static final long LENGTH = 8;

    private MemoryReach() {
    }

    /** Reads eight bytes; the answer passes through the shared buffer of the handler's page. */
    static Routine<GuestVc> read(boolean encrypted) {
        VcRequest request = new VcRequest(
                NaeEvent.MMIO_READ, Collections.emptyMap(), ADDRESS, LENGTH, true);
        return Routine.named("guest", SOURCE, code -> code
                .test("the nested page table has memory there?",
                        vc -> vc.memory().device.isClear(), memory -> memory.done(),
                        device -> { })
                .costs(VcHandler.COST).mayRest()
                .local(vc -> vc.memory().begin(encrypted))
                .call(VcHandler.handleMmio(request, encrypted))
                .local(vc -> vc.memory().end()));
    }
}
