package org.exitrace.psp.host;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;

/** What the driver promises of the platform. */
final class DriverPromises {

    private DriverPromises() {
    }

    /** Declares the promises in {@code model}. */
    static void declare(ModelBuilder model, DriverState driver, Firmware firmware) {
        model.never("init-refused",
                "the driver's INIT or SNP_INIT is refused for what the driver did before",
                driver.initRefused::isSet)
                .because("nobody else changes the platform, so that it can know what is due")
                .from("SEV firmware, a.1 and f.3");
        model.never("kernel-fault",
                "the kernel writes to memory that it takes for its own, and faults",
                driver.kernel.faulted::isSet)
                .because("a fault of the reverse map table in the kernel is a panic")
                .from("SEV firmware, g.12");
        model.never("snp-left-on",
                "who asked for the status of SNP has returned, and SNP is on that was off",
                driver.kernel.leftOn::isSet)
                .because("nobody shuts it down who does not know that it is on")
                .from("SEV firmware, g.9");
        model.never("leaked-twice", "a page that is lost to the host is given up twice",
                driver.kernel.leakedTwice::isSet)
                .because("it then stands twice in the list of leaked pages")
                .from("SEV firmware, g.9");
        if (driver.kvm != null) {
            driver.kvm.promise(model);
        }
        model.never("panic-without-snp",
                "a panic calls the notifier that shuts SNP down, and SNP is off",
                driver.kernel.neededNot::isSet)
                .because("there is nothing to shut down, and commands cost time in a panic")
                .from("SEV firmware, g.11");
        inStep(model, driver, firmware);
    }

    private static void inStep(ModelBuilder model, DriverState driver, Firmware firmware) {
        model.atRest("key-file-in-step",
                "the keys with which the firmware works stand in the driver's file, if they are"
                        + " kept in one",
                () -> !driver.keyFile.isBehind(firmware))
                .because("at the next INIT_EX the firmware gets what stands in the file, and the"
                        + " platform is another one for its owner")
                .from("SEV firmware, f.3");
        model.atRest("driver-in-step",
                "the driver and the firmware agree about what is initialised",
                () -> driver.keepsTrack.isClear() || isInStep(driver, firmware))
                .because("the driver asks itself and not the firmware what to do next")
                .from("SEV firmware, f.3");
    }

    private static boolean isInStep(DriverState driver, Firmware firmware) {
        return driver.initialized.isSet() != firmware.platform.sev.is(SevState.UNINIT)
                && driver.snpInitialized.isSet() == firmware.platform.snp.is(SnpState.INIT);
    }
}
