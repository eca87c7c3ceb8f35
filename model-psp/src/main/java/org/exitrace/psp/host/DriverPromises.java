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
