package org.exitrace.scenarios.tracepoint;

import java.util.Map;

/**
 * How {@code kvm_userspace_exit} tells the way in which KVM_RUN returned.
 *
 * @param reason an exit reason by name, or by number where the kernel's list of names has none
 * @param code the exit reason, or an errno
 */
record UserExit(String reason, int code) {

    /** Source: include/uapi/linux/kvm.h; the last number from memory. */
    private static final Map<String, Integer> NUMBERS = Map.of("KVM_EXIT_IO", 2,
            "KVM_EXIT_HYPERCALL", 3, "KVM_EXIT_MMIO", 6, "KVM_EXIT_SHUTDOWN", 8,
            "KVM_EXIT_INTERNAL_ERROR", 17, "KVM_EXIT_SYSTEM_EVENT", 24,
            "KVM_EXIT_SNP_REQ_CERTS", 43);
    private static final Map<String, Integer> ERRORS =
            Map.of("EIO", 5, "EFAULT", 14, "EINVAL", 22);
    /** Of the reasons here, the last that the kernel's list has is that of an ioctl of MSRs, 30. */
    private static final int LAST_NAMED = 30;

    /** Of the return {@code name}, as models name it. */
    static UserExit of(String name) {
        if (ERRORS.containsKey(name)) {
            return new UserExit("error", ERRORS.get(name));
        }
        int number = NUMBERS.get(name);
        return new UserExit(
                number <= LAST_NAMED ? name : "0x" + Integer.toHexString(number), number);
    }
}
