package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.firmware.Versions;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/** Commands that only tell something, or nothing at all. */
final class Questions {

    private static final String SOURCE = "SEV firmware, a.2";
    /** The id of one socket's chip (memory). */
    private static final int ID_BYTES = 64;

    private Questions() {
    }

    static List<Handler> all() {
        return List.of(
                Handler.of(CommandId.PLATFORM_STATUS, SOURCE)
                        .does(fw -> fw.answer.become(sevStatus(fw.platform))),
                Handler.of(CommandId.GET_ID, SOURCE)
                        .refuseFlaw("length", Status.INVALID_LENGTH,
                                "the buffer is shorter than the chip's id")
                        .leaving(fw -> fw.answer.become(ID_BYTES * fw.bounds.sockets()))
                        .with(CommonRefusals::pageOfAnswer)
                        .with(LaunchEnd::writeAnswer),
                Handler.of(CommandId.NOP, SOURCE).does(fw -> { }),
                Handler.of(CommandId.SNP_PLATFORM_STATUS, SOURCE)
                        .refuseFlaw("crossing", Status.INVALID_PARAM,
                                "the answer does not lie within one page")
                        .with(CommonRefusals::pageOfAnswer)
                        .does(fw -> fw.answer.become(snpStatus(fw.platform)))
                        .with(LaunchEnd::writeAnswer),
                Handler.of(CommandId.SNP_FEATURE_INFO, SOURCE)
                        .refuseFlaw("length", Status.INVALID_PARAM,
                                "the buffer's length is wrong")
                        .refuseFlaw("alignment", Status.INVALID_ADDRESS,
                                "the answer is not aligned to 4 bytes")
                        .refuseFlaw("crossing", Status.INVALID_ADDRESS,
                                "the answer does not lie within one page")
                        .with(CommonRefusals::pageOfAnswer)
                        .refuseFlaw("leaf", Status.INVALID_PARAM, "there is no such leaf")
                        .with(LaunchEnd::writeAnswer));
    }

    /**
     * The answer of PLATFORM_STATUS: the state in bits 7:0, the number of guests in 15:8, whether
     * encrypted state was asked for in 16, whether the platform has an owner in 17. All but the
     * state are zero in UNINIT. The layout is ours; versions and build are left out.
     */
    private static long sevStatus(Platform platform) {
        return platform.sev.get().ordinal() | (long) platform.guestCount.get() << 8
                | bit(platform.es, 16) | bit(platform.identity.external, 17);
    }

    /**
     * The answer of SNP_PLATFORM_STATUS: the state in bits 7:0, what runs in 15:8, what is
     * committed in 23:16, what is reported in 31:24, whether the RMP is initialised in 32. The
     * layout is ours.
     */
    private static long snpStatus(Platform platform) {
        Versions versions = platform.versions;
        return platform.snp.get().ordinal() | (long) versions.current.get() << 8
                | (long) versions.committed.get() << 16 | (long) versions.reported() << 24
                | bit(platform.rmpInitialized, 32);
    }

    private static long bit(FlagCell flag, int place) {
        return flag.isSet() ? 1L << place : 0;
    }
}
