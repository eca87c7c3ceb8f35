package org.exitrace.psp.host;

import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.RmpRest;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.RmpAnswer;

/** How the kernel uses memory that it takes for its own. A fault there is a panic. */
public final class OwnMemory {

    private static final String SOURCE = "arch/x86/virt/svm/sev.c";

    private OwnMemory() {
    }

    /** Writes to page {@code page}, unless the memory map says that it is no memory. */
    public static Routine<HostThread> use(int page, RmpRest rest) {
        return Routine.named("use-page", SOURCE, code -> code
                .step("write to the page through a large mapping", thread -> {
                    if (rest == RmpRest.RESERVED && isBesideRmp(thread, page)) {
                        thread.result.become(HostThread.RESERVED);
                    } else {
                        write(thread, RmpInstructions.writeLarge(thread.machine, page));
                    }
                }).costs("cpu.rmp"));
    }

    private static boolean isBesideRmp(HostThread thread, int page) {
        return Pages.base(page) == Pages.base(Pages.OF_RMP)
                && thread.machine.settings.has(HostSetting.RMP_IN_FIRST_PAGE);
    }

    /** The kernel wrote, and got that {@code answer}. */
    static void write(HostThread thread, RmpAnswer answer) {
        thread.result.become(answer.name());
        if (answer != RmpAnswer.SUCCESS) {
            thread.driver.kernel.faulted.raise();
        }
    }
}
