package org.exitrace.kvm.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exitrace.kvm.design.KernelProfile;

/**
 * The kernels of which a row speaks: {@code all}, {@code p-2021}, {@code p-2021..p-6.17},
 * {@code p-6.17..}.
 *
 * @param all of them, oldest first
 */
record KernelRange(List<KernelProfile> all) {

    private static final String TO = "..";

    /** The kernels that {@code written} tells; empty where it tells none. */
    static Optional<KernelRange> of(String written) {
        if (written.equals("all")) {
            return Optional.of(new KernelRange(List.of(KernelProfile.values())));
        }
        int dots = written.indexOf(TO);
        if (dots < 0) {
            return profile(written).map(one -> new KernelRange(List.of(one)));
        }
        String last = written.substring(dots + TO.length());
        Optional<KernelProfile> from = profile(written.substring(0, dots));
        Optional<KernelProfile> to =
                last.isEmpty() ? Optional.of(KernelProfile.P_7_3) : profile(last);
        return from.flatMap(first -> to.map(end -> new KernelRange(
                Arrays.stream(KernelProfile.values()).filter(each -> each.isSince(first)
                        && end.isSince(each)).toList())));
    }

    private static Optional<KernelProfile> profile(String label) {
        return Arrays.stream(KernelProfile.values())
                .filter(profile -> profile.label().equals(label)).findFirst();
    }
}
