package org.exitrace.psp.command;

import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/** RING_BUFFER: from the next command on, commands come from a ring in memory. */
final class RingBuffer {

    private static final String SOURCE = "SEV firmware, a.2, f.5";

    private RingBuffer() {
    }

    static Handler handler() {
        return Handler.of(CommandId.RING_BUFFER, SOURCE)
                .takes(Argument.BUFFER)
                .refuse("platform", Status.INVALID_PLATFORM_STATE,
                        "neither SEV nor SNP is initialised",
                        fw -> fw.platform.sev.is(SevState.UNINIT)
                                && fw.platform.snp.is(SnpState.UNINIT))
                .refuse("on", Status.INVALID_PARAM, "commands come from a ring already",
                        fw -> fw.platform.ring.isSet())
                .refuseFlaw("size", Status.INVALID_PARAM,
                        "the low queue is not one page, or the high queue more than one")
                .refuseFlaw("alignment", Status.INVALID_ADDRESS,
                        "a queue is not aligned to 4 KiB")
                .with(PlatformRefusals::answerPage)
                .does(fw -> fw.platform.ring.raise());
    }
}
