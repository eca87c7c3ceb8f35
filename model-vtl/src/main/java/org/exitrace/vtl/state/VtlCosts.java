package org.exitrace.vtl.state;

import java.util.List;

/** By what names a timing profile prices the steps of guests and hosts. */
public final class VtlCosts {

    /** One instruction of the guest. */
    public static final String INSTRUCTION = "guest.instruction";
    /** From the host into the guest. */
    public static final String ENTRY = "host.vmenter";
    /** From the guest into the host. */
    public static final String EXIT = "host.vmexit";
    /** One access of the host to a word that others use as well. */
    public static final String ACCESS = "host.access";
    /** From the kernel into user space. */
    public static final String TO_USER = "host.to-user-space";
    /** From user space into the kernel. */
    public static final String TO_KERNEL = "host.to-kernel";

    private VtlCosts() {
    }

    /** All of them. */
    public static List<String> all() {
        return List.of(INSTRUCTION, ENTRY, EXIT, ACCESS, TO_USER, TO_KERNEL);
    }
}
