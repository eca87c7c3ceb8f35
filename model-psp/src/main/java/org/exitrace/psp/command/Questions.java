package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/** Commands that only tell something, or nothing at all. */
final class Questions {

    private static final String SOURCE = "SEV firmware, a.2";

    private Questions() {
    }

    static List<Handler> all() {
        return List.of(
                Handler.of(CommandId.PLATFORM_STATUS, SOURCE)
                        .does(fw -> fw.answer.become(fw.platform.sev.get().ordinal())),
                Handler.of(CommandId.GET_ID, SOURCE)
                        .refuseFlaw("length", Status.INVALID_LENGTH,
                                "the buffer is shorter than the chip's id"),
                Handler.of(CommandId.NOP, SOURCE).does(fw -> { }),
                Handler.of(CommandId.SNP_PLATFORM_STATUS, SOURCE)
                        .takes(Argument.BUFFER)
                        .refuseFlaw("crossing", Status.INVALID_PARAM,
                                "the answer does not lie within one page")
                        .with(PlatformRefusals::answerPage),
                Handler.of(CommandId.SNP_FEATURE_INFO, SOURCE)
                        .takes(Argument.BUFFER)
                        .refuseFlaw("length", Status.INVALID_PARAM,
                                "the buffer's length is wrong")
                        .refuseFlaw("alignment", Status.INVALID_ADDRESS,
                                "the answer is not aligned to 4 bytes")
                        .refuseFlaw("crossing", Status.INVALID_ADDRESS,
                                "the answer does not lie within one page")
                        .with(PlatformRefusals::answerPage)
                        .refuseFlaw("leaf", Status.INVALID_PARAM, "there is no such leaf"));
    }
}
