package org.exitrace.psp.script;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.Driver;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.PlatformSequences;

/** What the driver of the PSP does of several commands. */
final class DriverOperations {

    private DriverOperations() {
    }

    /** The sequences on a machine of that size. */
    static List<Operation<HostThread>> all(
            FirmwareBounds bounds, Driver driver, Design design) {
        PlatformSequences platform = new PlatformSequences(driver, bounds, design);
        String[] words = HostThread.words().toArray(String[]::new);
        return List.of(
                HostOperations.named("sev_platform_init",
                        "INIT, once more on SECURE_DATA_INVALID; WBINVD everywhere; DF_FLUSH; on"
                                + " a host with SNP the like with SNP_INIT before")
                        .from("sev-dev.c _sev_platform_init_locked")
                        .takes(Parameter.flag("es", "encrypted state is wanted").usually(false),
                                Parameter.flag("snp", "SNP is wanted").usually(false),
                                Parameter.flag("key-file", "INIT_EX in place of INIT: the"
                                        + " platform's keys are kept in a file").usually(false))
                        .gives(words).does(given -> platform.init(given.flag("es"),
                                given.flag("snp"), given.flag("key-file"))),
                HostOperations.named("sev_platform_shutdown",
                        "SHUTDOWN, where the driver thinks it is needed")
                        .from("sev-dev.c __sev_platform_shutdown_locked")
                        .gives(words).does(platform.shutdown()),
                HostOperations.named("sev_firmware_shutdown",
                        "SHUTDOWN, then WBINVD everywhere and SNP_SHUTDOWN_EX, where the driver"
                                + " thinks that they are needed")
                        .from("sev-dev.c __sev_firmware_shutdown")
                        .gives(words).does(platform.shutdownAll()),
                HostOperations.named("verify_mitigation_store",
                        "a write to the attribute verify_mitigation, which asks the firmware")
                        .from("LKML 2026, SNP_VERIFY_MITIGATION").gives(words)
                        .does(platform.storeToAttribute()));
    }
}
