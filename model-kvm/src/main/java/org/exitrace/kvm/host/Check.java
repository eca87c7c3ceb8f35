package org.exitrace.kvm.host;

import java.util.function.Predicate;
import org.exitrace.kvm.spec.Errno;

/**
 * One thing that an ioctl looks at before it does something.
 *
 * @param name short, unique in its ioctl; tables name it
 * @param errno what the ioctl then gives
 * @param sentence what is wrong, as a person reads it
 * @param applies whether it is so
 */
public record Check(String name, Errno errno, String sentence, Predicate<KvmThread> applies) {
}
