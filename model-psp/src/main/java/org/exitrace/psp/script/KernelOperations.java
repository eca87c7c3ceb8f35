package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.psp.design.RmpRest;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.Driver;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.NextKernel;
import org.exitrace.psp.host.OwnMemory;
import org.exitrace.psp.host.RmpInstructions;
import org.exitrace.psp.host.StatusQuestion;
import org.exitrace.psp.spec.RmpAnswer;

/** What a kernel does beside giving commands: it ends, it uses memory, it is attacked. */
final class KernelOperations {

    private KernelOperations() {
    }

    static List<Operation<HostThread>> all(
            FirmwareBounds bounds, Driver driver, Design design) {
        NextKernel next = new NextKernel(driver, bounds, design);
        List<Operation<HostThread>> all = new ArrayList<>();
        all.add(HostOperations.named("kexec", "starts another kernel, without a reset of the"
                        + " machine; what follows in this script is done by that one")
                .from("kernel/kexec_core.c").does(next.kexec()));
        all.add(HostOperations.named("panic", "the kernel panics: other threads stop, SNP is shut"
                        + " down, and a crash kernel starts, which does what follows")
                .from("kernel/panic.c; sev-dev.c snp_shutdown_on_panic").does(next.panic()));
        if (bounds.pages() > 0) {
            all.add(use(bounds, design.get(RmpRest.SWITCH)));
            all.add(store(bounds));
            all.add(ask(bounds, new StatusQuestion(driver, bounds, design)));
        }
        return all;
    }

    private static Operation<HostThread> use(FirmwareBounds bounds, RmpRest rest) {
        return HostOperations.named("use-page", "the kernel takes a page for memory of its own and"
                        + " writes to it, through its mapping of a whole large page")
                .from("arch/x86/virt/svm/sev.c")
                .takes(SnpArgumentWords.page("page", bounds, "the page"))
                .gives("SUCCESS", "PF", HostThread.RESERVED)
                .does(given -> OwnMemory.use(given.number("page"), rest));
    }

    private static Operation<HostThread> ask(FirmwareBounds bounds, StatusQuestion question) {
        List<String> words = new ArrayList<>(HostThread.words());
        words.add(RmpAnswer.FAIL_INUSE.name());
        return HostOperations.named("sev_ioctl_do_snp_platform_status",
                        "asks for the status of SNP, with a page that is lent to the firmware while"
                                + " SNP is on")
                .from("sev-dev.c sev_ioctl_do_snp_platform_status")
                .takes(SnpArgumentWords.page("page", bounds, "the page of the answer"))
                .gives(words.toArray(String[]::new))
                .does(given -> question.ask(given.number("page")));
    }

    private static Operation<HostThread> store(FirmwareBounds bounds) {
        return HostOperations.named("store-to-rmp", "x86 software makes a page the host's by a"
                        + " plain store to its entry of the reverse map table")
                .from("SEV firmware, g.18")
                .takes(SnpArgumentWords.page("page", bounds, "the page whose entry it is"))
                .gives("SUCCESS", "PF")
                .does(given -> Routine.<HostThread>named("store-to-rmp", "", code -> code
                        .step("write to the entry of page " + given.number("page"),
                                thread -> thread.result.become(RmpInstructions.store(
                                        thread.machine, given.number("page")).name()))
                        .costs("cpu.rmp")));
    }
}
