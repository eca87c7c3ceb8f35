package org.exitrace.psp.command;

import java.util.function.Consumer;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/** What several platform commands refuse alike. */
final class PlatformRefusals {

    /** The step in which settings of the processor and its registers are read. */
    static final String READ_REGISTERS = "reads registers of the cores";

    private PlatformRefusals() {
    }

    /** A setting of the host is wrong. */
    static Consumer<Handler> setting(
            String check, Status status, HostSetting setting, String sentence) {
        return handler -> handler.refuse(check, status, sentence, fw -> fw.settings.has(setting));
    }

    /** {@code sev.state} is not UNINIT. */
    static void sevUninit(Handler handler) {
        handler.refuse("platform", Status.INVALID_PLATFORM_STATE, "sev.state is not UNINIT",
                fw -> !fw.platform.sev.is(SevState.UNINIT));
    }

    /** {@code sev.state} or {@code snp.state} is not UNINIT. */
    static void bothUninit(Handler handler) {
        handler.refuse("platform", Status.INVALID_PLATFORM_STATE,
                "sev.state or snp.state is not UNINIT",
                fw -> !fw.platform.sev.is(SevState.UNINIT)
                        || !fw.platform.snp.is(SnpState.UNINIT));
    }

    /** {@code sev.state} is not INIT. */
    static void sevInit(Handler handler) {
        handler.refuse("platform", Status.INVALID_PLATFORM_STATE, "sev.state is not INIT",
                fw -> !fw.platform.sev.is(SevState.INIT));
    }

    /** The memory for the answer may not be written. */
    static void answerPage(Handler handler) {
        handler.next("read the RMP entry of the page for the answer",
                        fw -> CommonRefusals.readsRmp(fw, fw.command.buffer))
                .refuse("page", Status.INVALID_PAGE_STATE,
                "the page for the answer is neither FIRMWARE nor DEFAULT",
                fw -> fw.platform.snp.is(SnpState.INIT) && !fw.command.buffer.isNone()
                        && !fw.pages.isFirmwareWritable(fw.command.buffer.get()));
    }
}
