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

    /** Next it looks whether {@code applies}; if so, it fails with {@code errno}. */
    public Checks refuse(
            String name, Errno errno, String sentence, Predicate<KvmThread> applies) {
        all.add(new Check(name, errno, sentence, applies));
        return this;
    }

    /** The same in kernels of which {@code known} holds. */
    public Checks refuseGiven(boolean known, String name, Errno errno, String sentence,
            Predicate<KvmThread> applies) {
        return known ? refuse(name, errno, sentence, applies) : this;
    }

    /** Next it looks at what {@code check} looks at. */
    public Checks add(Check check) {
        all.add(check);
        return this;
    }

    /** All of them, in order. */
    public List<Check> all() {
        return List.copyOf(all);
    }

    /** Looks; whether one applies, and the ioctl of {@code thread} has failed. */
    public boolean refuse(KvmThread thread) {
        for (Check check : all) {
            if (check.applies().test(thread)) {
                thread.fail(check.errno());
                return true;
            }
        }
        return false;
    }
}
