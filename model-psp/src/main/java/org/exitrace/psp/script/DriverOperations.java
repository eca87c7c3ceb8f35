package org.exitrace.psp.script;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.design.AsidBitmap;
import org.exitrace.psp.design.DeactivateLock;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.AsidPool;
import org.exitrace.psp.host.Driver;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.KvmAsids;
import org.exitrace.psp.host.PlatformSequences;

/** What drivers do of several commands. */
final class DriverOperations {

    private DriverOperations() {
    }

    /** The sequences on a machine of that size. */
    static List<Operation<HostThread>> all(
            FirmwareBounds bounds, Driver driver, Design design) {
        KvmAsids asids = new KvmAsids(
                driver, bounds, design.get(DeactivateLock.SWITCH));
        AsidPool pool = new AsidPool(
                driver, asids, bounds, design.get(AsidBitmap.SWITCH));
        PlatformSequences platform = new PlatformSequences(driver, bounds, design);
        String[] words = HostThread.words().toArray(String[]::new);
        Parameter handle = CommandArguments.of(Argument.HANDLE, bounds).get(0);
        return List.of(
                HostOperations.named("sev_platform_init",
                        "INIT, once more on SECURE_DATA_INVALID; WBINVD everywhere; DF_FLUSH; on"
                                + " a host with SNP the like with SNP_INIT before")
                        .from("sev-dev.c _sev_platform_init_locked")
                        .takes(Parameter.flag("es", "encrypted state is wanted").usually(false),
                                Parameter.flag("snp", "SNP is wanted").usually(false))
                        .gives(words).does(given ->
                                platform.init(given.flag("es"), given.flag("snp"))),
                HostOperations.named("sev_platform_shutdown",
                        "SHUTDOWN, where the driver thinks it is needed")
                        .from("sev-dev.c __sev_platform_shutdown_locked")
                        .gives(words).does(platform.shutdown()),
                HostOperations.named("sev_firmware_shutdown",
                        "SHUTDOWN, then WBINVD everywhere and SNP_SHUTDOWN_EX, where the driver"
                                + " thinks that they are needed")
                        .from("sev-dev.c __sev_firmware_shutdown")
                        .gives(words).does(platform.shutdownAll()),
                HostOperations.named("sev_flush_asids", "WBINVD everywhere, then DF_FLUSH")
                        .from("sev.c sev_flush_asids").gives(words).does(asids.flush()),
                HostOperations.named("sev_asid_new", "finds a free ASID for a guest, if need be"
                                + " behind a flush, and marks it")
                        .from("sev.c sev_asid_new")
                        .takes(Parameter.flag("es", "the guest has encrypted state")
                                .usually(false))
                        .gives(words).does(given -> pool.give(given.flag("es"))),
                HostOperations.named("sev_bind_asid", "ACTIVATE of the guest that the thread made"
                                + " last, with the ASID that was found")
                        .from("sev.c sev_bind_asid").gives(words).does(pool.bind()),
                HostOperations.named("sev_asid_free", "gives the thread's ASID back; it is used"
                                + " again behind a flush")
                        .from("sev.c sev_asid_free").gives(words).does(pool.takeBack()),
                HostOperations.named("sev_unbind_asid", "DEACTIVATE, then DECOMMISSION")
                        .from("sev.c sev_unbind_asid").takes(handle).gives(words)
                        .does(given -> asids.unbind(thread -> CommandArguments.write(
                                Argument.HANDLE, given, thread, thread.mailbox.buffer))));
    }
}
