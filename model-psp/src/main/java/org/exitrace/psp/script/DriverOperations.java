package org.exitrace.psp.script;

import java.util.List;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.design.DeactivateLock;
import org.exitrace.psp.firmware.FirmwareBounds;
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
            FirmwareBounds bounds, Driver driver, DeactivateLock lock) {
        KvmAsids asids = new KvmAsids(driver, bounds, lock);
        PlatformSequences platform = new PlatformSequences(driver, bounds);
        String[] words = HostThread.words().toArray(String[]::new);
        Parameter handle = CommandArguments.of(Argument.HANDLE, bounds).get(0);
        return List.of(
                HostOperations.named("sev_platform_init",
                        "INIT, once more on SECURE_DATA_INVALID; WBINVD everywhere; DF_FLUSH")
                        .from("sev-dev.c __sev_platform_init_locked")
                        .takes(Parameter.flag("es", "encrypted state is wanted").usually(false))
                        .gives(words).does(given -> platform.init(given.flag("es"))),
                HostOperations.named("sev_platform_shutdown",
                        "SHUTDOWN, where the driver thinks it is needed")
                        .from("sev-dev.c __sev_platform_shutdown_locked")
                        .gives(words).does(platform.shutdown()),
                HostOperations.named("sev_flush_asids", "WBINVD everywhere, then DF_FLUSH")
                        .from("sev.c sev_flush_asids").gives(words).does(asids.flush()),
                HostOperations.named("sev_unbind_asid", "DEACTIVATE, then DECOMMISSION")
                        .from("sev.c sev_unbind_asid").takes(handle).gives(words)
                        .does(given -> asids.unbind(thread -> CommandArguments.write(
                                Argument.HANDLE, given, thread, thread.mailbox.buffer))));
    }
}
