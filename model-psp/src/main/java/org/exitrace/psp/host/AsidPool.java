package org.exitrace.psp.host;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.AsidBitmap;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;

/**
 * How KVM gives ASIDs to guests. One that was given back is not used again before a flush, which
 * KVM makes when it finds no other. Left out: what a control group may take, and the VMCB that each
 * CPU remembers for an ASID.
 */
public final class AsidPool {

    private static final String GIVE = "sev.c sev_asid_new, __sev_recycle_asids";

    private final Driver driver;
    private final KvmAsids asids;
    private final FirmwareBounds bounds;
    private final boolean locks;

    /** The pool of a machine of that size, with or without its lock. */
    public AsidPool(Driver driver, KvmAsids asids, FirmwareBounds bounds, AsidBitmap lock) {
        this.driver = driver;
        this.asids = asids;
        this.bounds = bounds;
        this.locks = lock == AsidBitmap.MUTEX;
    }

    /** {@code sev_asid_new}: an ASID for a guest with encrypted state, or without. */
    public Routine<HostThread> give(boolean es) {
        int least = es ? 1 : bounds.minSevAsid();
        int most = es ? bounds.minSevAsid() - 1 : bounds.asids();
        return locked("sev_asid_new", GIVE, code -> {
            find(code, least, most);
            code.when(thread -> thread.asid.is(0) && thread.driver.asids.hasReturned(least, most),
                    recycle -> recycle(recycle, least, most));
            code.when(thread -> thread.asid.is(0),
                    none -> none.local(thread -> thread.result.become(HostThread.EBUSY)),
                    found -> found.step("mark the ASID", AsidPool::mark).costs("driver.access"));
        });
    }

    private static void find(Block<HostThread> code, int least, int most) {
        code.step("find a free ASID", thread ->
                        thread.asid.become(thread.driver.asids.free(least, most)))
                .costs("driver.access");
    }

    private void recycle(Block<HostThread> code, int least, int most) {
        code.call(asids.flush()).when(HostThread::succeeded, flushed -> {
            flushed.step("ASIDs that were given back are free",
                    thread -> thread.driver.asids.recycle()).costs("driver.access");
            find(flushed, least, most);
        });
    }

    private static void mark(HostThread thread) {
        thread.driver.asids.take(thread.asid.get());
        thread.succeed();
    }

    /** {@code sev_bind_asid}: ACTIVATE, for the guest that the thread made last. */
    public Routine<HostThread> bind() {
        return Routine.named("sev_bind_asid", "sev.c sev_bind_asid", code -> code
                .call(driver.give(CommandId.ACTIVATE, thread -> {
                    thread.mailbox.buffer.handle.become(thread.mine.get());
                    thread.mailbox.buffer.asid.become(thread.asid.get());
                })));
    }

    /** {@code sev_asid_free}: the ASID is to be used again behind a flush. */
    public Routine<HostThread> takeBack() {
        return locked("sev_asid_free", "sev.c sev_asid_free", code -> code
                .step("the ASID waits for a flush", thread -> {
                    thread.driver.asids.toReclaim.add(thread.asid.get());
                    thread.asid.clear();
                    thread.succeed();
                }).costs("driver.access"));
    }

    private Routine<HostThread> locked(
            String name, String source, Consumer<Block<HostThread>> body) {
        return Routine.named(name, source, code -> {
            code.given(locks, lock -> lock
                    .lock("lock sev_bitmap_lock", thread -> thread.driver.asids.lock)
                    .costs("driver.access"));
            body.accept(code);
            code.given(locks, lock -> lock
                    .unlock("unlock sev_bitmap_lock", thread -> thread.driver.asids.lock)
                    .costs("driver.access"));
        });
    }
}
