package org.exitrace.psp.script;

import java.util.ArrayList;
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

/** What KVM does about ASIDs. */
final class AsidOperations {

    private AsidOperations() {
    }

    /** All on a machine of that size; without pages there are no SNP guests. */
    static List<Operation<HostThread>> all(FirmwareBounds bounds, Driver driver, Design design) {
        KvmAsids asids = new KvmAsids(driver, bounds, design.get(DeactivateLock.SWITCH));
        AsidPool pool = new AsidPool(
                driver, asids, bounds, design.get(AsidBitmap.SWITCH));
        String[] words = HostThread.words().toArray(String[]::new);
        Parameter handle = CommandArguments.of(Argument.HANDLE, bounds).get(0);
        List<Operation<HostThread>> all = new ArrayList<>(List.of(
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
                                Argument.HANDLE, given, thread, thread.mailbox.buffer)))));
        if (bounds.pages() > 0) {
            all.add(decommission(bounds, asids));
        }
        return all;
    }

    private static Operation<HostThread> decommission(FirmwareBounds bounds, KvmAsids asids) {
        return HostOperations.named("snp_decommission_context",
                        "SNP_DECOMMISSION, then takes the context's page back")
                .from("sev.c snp_decommission_context")
                .takes(SnpArgumentWords.page("gctx", bounds, "the page of its context"))
                .gives(HostThread.words().toArray(String[]::new))
                .does(given -> asids.decommission(given.number("gctx")));
    }
}
