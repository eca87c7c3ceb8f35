package org.exitrace.vtl.state;

import java.util.List;

/** By what names a timing profile prices the steps of guests and hosts. */
public final class VtlCosts {

    /** One instruction of the guest. */
    public static final String INSTRUCTION = "guest.instruction";
    /** From the kernel into the guest. */
    public static final String ENTRY = "vmentry";
    /** From the guest into the kernel. */
    public static final String EXIT = "vmexit.plain";
    /** One access of the kernel to a word that others use as well. */
    public static final String ACCESS = "kvm.access";
    /** An interrupt that makes another processor leave the guest. */
    public static final String KICK = "kvm.kick";
    /** A thread that slept in the kernel goes on. */
    public static final String WAKE = "kvm.wake";
    /** KVM_RUN ends, and is called again later: both ways. */
    public static final String TO_USER = "vmm.exit-to-user";
    /** Any other ioctl: both ways. */
    public static final String IOCTL = "vmm.ioctl";
    /** One access of user space to a word that its threads share. */
    public static final String USER_ACCESS = "vmm.access";

    /** Until the boot workload computes next. */
    public static final String NEXT_COMPUTE = "boot.compute";
    /** Until it calls VTL1 next. */
    public static final String NEXT_CALL = "boot.call";
    /** Until it sends an interrupt to one virtual processor next. */
    public static final String NEXT_INTERRUPT = "boot.interrupt";
    /** Until it writes one page next. */
    public static final String NEXT_WRITE = "boot.write";
    /** Until a synthetic timer expires that was armed. */
    public static final String TICK = "boot.tick";
    /** Until VTL1 protects one page. */
    public static final String NEXT_PROTECT = "boot.protect";
    /** Until it returns instead. */
    public static final String NEXT_RETURN = "boot.return";

    private VtlCosts() {
    }

    /** All of them. */
    public static List<String> all() {
        return List.of(INSTRUCTION, ENTRY, EXIT, ACCESS, KICK, WAKE, TO_USER, IOCTL, USER_ACCESS,
                NEXT_COMPUTE, NEXT_CALL, NEXT_INTERRUPT, NEXT_WRITE, TICK, NEXT_PROTECT,
                NEXT_RETURN);
    }

    /** Those that steps of protocols name, which have no guest. */
    public static List<String> ofProtocols() {
        return List.of(ACCESS, KICK, IOCTL, USER_ACCESS);
    }
}
