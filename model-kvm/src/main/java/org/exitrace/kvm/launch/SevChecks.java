package org.exitrace.kvm.launch;

import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.spec.Errno;

/** What several sub-commands look at alike. */
final class SevChecks {

    private SevChecks() {
    }

    /** The VM is an SEV guest; then the parameters are copied in. */
    static Checks sevGuest(SevCall call) {
        return plainSevGuest(call).refuseGiven(call.is(UserMemory.UNREADABLE), "parameters",
                Errno.EFAULT, "the parameters cannot be read", thread -> true);
    }

    /** The VM is an SEV guest; there are no parameters. */
    static Checks plainSevGuest(SevCall call) {
        return new Checks().refuse("not-sev", Errno.ENOTTY, "the VM is no SEV guest",
                thread -> call.sev(thread).active.isClear());
    }

    /** What {@code psp_copy_user_blob} refuses (from memory). */
    static Checks blob(Checks checks, SevCall call) {
        return checks
                .refuseGiven(call.is(UserMemory.BAD_BLOB), "blob", Errno.EINVAL,
                        "a blob is null, empty or too long", thread -> true)
                .refuseGiven(call.is(UserMemory.NO_MEMORY), "blob-memory", Errno.ENOMEM,
                        "there is no memory for a blob", thread -> true)
                .refuseGiven(call.is(UserMemory.UNREADABLE_BLOB), "blob-unreadable",
                        Errno.EFAULT, "a blob cannot be read", thread -> true);
    }
}
