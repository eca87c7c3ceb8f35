package org.exitrace.kvm.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.exitrace.kvm.spec.Errno;

/**
 * What an ioctl looks at in one go, in the kernel's order, while a lock keeps it as it is. The
 * first that applies gives the errno.
 */
public final class Checks {

    private final List<Check> all = new ArrayList<>();
    private final List<Check> declared = new ArrayList<>();

    /** Next it looks whether {@code applies}; if so, it fails with {@code errno}. */
    public Checks refuse(
            String name, Errno errno, String sentence, Predicate<KvmThread> applies) {
        return add(new Check(name, errno, sentence, applies));
    }

    /** The same where {@code known} holds: in some kernels, for some arguments. */
    public Checks refuseGiven(boolean known, String name, Errno errno, String sentence,
            Predicate<KvmThread> applies) {
        Check check = new Check(name, errno, sentence, applies);
        if (known) {
            return add(check);
        }
        declared.add(check);
        return this;
    }

    /** Next it looks at what {@code check} looks at. */
    public Checks add(Check check) {
        all.add(check);
        declared.add(check);
        return this;
    }

    /** All of them, in order. */
    public List<Check> all() {
        return List.copyOf(all);
    }

    /** The same with those that this kernel, or this call, has not. */
    public List<Check> declared() {
        return List.copyOf(declared);
    }

    /** Looks; whether one applies, and the ioctl of {@code thread} has failed. */
    public boolean refuse(KvmThread thread) {
        for (Check check : all) {
            if (check.applies().test(thread)) {
                thread.fail(check.errno());
                thread.host.refused(check);
                return true;
            }
        }
        return false;
    }
}
