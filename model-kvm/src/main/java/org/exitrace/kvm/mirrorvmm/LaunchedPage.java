package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.psp.spec.CommandId;

/** LAUNCH_UPDATE_DATA of one page that user space has filled, where nothing can be refused. */
final class LaunchedPage {

    private LaunchedPage() {
    }

    static Routine<KvmThread> update(int vm, int page) {
        return Routine.named("sev_launch_update_data", "docs/kvm-host.md b", code -> {
            Locking.lock(code, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock);
            code.step("LAUNCH_UPDATE_DATA", thread -> {
                int handle = thread.vm(vm).sev.handle.get();
                thread.heed(thread.host.psp.give(CommandId.LAUNCH_UPDATE_DATA, buffer -> {
                    buffer.handle.become(handle);
                    buffer.page.become(page);
                    buffer.pages.become(1);
                }));
            }).costs("psp.command");
            Locking.unlock(code, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock);
        });
    }
}
