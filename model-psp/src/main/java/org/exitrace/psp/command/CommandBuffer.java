package org.exitrace.psp.command;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/**
 * What the firmware does with the page of a command buffer into which it writes, while SNP is on:
 * it asks for FIRMWARE before it copies the command, and gives the page back behind it, whatever
 * the command answered. Only the first page of a buffer; no modelled buffer has two.
 */
public final class CommandBuffer {

    /** The step in which it looks at the page. */
    public static final String LOOK = "read the RMP entry of the command buffer";

    /** What it then refuses; the first check of each command that writes its buffer. */
    public static final Refusal PAGE = new Refusal("cmd-buf", Status.COMMAND_BUFFER_PAGE_STATE,
            "the page of the command buffer is neither FIRMWARE nor DEFAULT",
            fw -> counts(fw) && entryState(fw) != PageState.FIRMWARE);

    private static final String SOURCE = "SEV firmware, f.2";

    private CommandBuffer() {
    }

    /** Whether the page of the buffer counts for the command that the firmware works on. */
    public static boolean counts(Firmware fw) {
        return fw.platform.snp.is(SnpState.INIT) && fw.commandId.get().writesBuffer();
    }

    /** The look. */
    public static Routine<Firmware> look() {
        return Routine.named("psp", SOURCE, code -> code
                .when(CommandBuffer::counts, look -> look.step(LOOK, fw -> {
                    if (PAGE.applies().test(fw)) {
                        fw.status.become(PAGE.status());
                    }
                }).costs("psp.access")));
    }

    /**
     * The page becomes RECLAIM, as all entries do that the firmware changes: it locks the entry,
     * then fills it (e.4).
     */
    public static void giveBack(Block<Firmware> code) {
        code.step("lock the RMP entry of the command buffer", fw -> entry(fw).locked.raise())
                .costs("psp.access")
                .step("fill and unlock the RMP entry of the command buffer", fw -> {
                    entry(fw).immutable.clear();
                    entry(fw).locked.clear();
                }).costs("psp.access");
    }

    private static RmpEntry entry(Firmware fw) {
        return fw.staging.entry(fw.commandPage.get());
    }

    private static PageState entryState(Firmware fw) {
        return fw.pages.state(fw.pages.number(fw.commandPage.get()));
    }
}
