package org.exitrace.vtl.hypercall;

import org.exitrace.vtl.design.ProtectionBits;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.spec.HvPrivilege;

/**
 * What the checks of a hypercall look at: the caller, and its partition as it is at that moment.
 * Sets of VTLs have bit n for VTL n.
 */
public interface CallerView {

    /** Whose statuses. */
    StatusDialect dialect();

    /** In which order the two executions stand in a mask. */
    ProtectionBits protectionBits();

    /** Whether the implementation leaves the check of that name out, which is a bug. */
    default boolean forgets(String check) {
        return false;
    }

    /** The VTL that calls. */
    int vtl();

    /** The virtual processor that calls. */
    int vp();

    /** Whether it is at CPL 0. */
    boolean isPrivileged();

    /** Whether it is in real mode. */
    boolean isRealMode();

    /** Whether the partition was granted {@code privilege}. */
    boolean has(HvPrivilege privilege);

    /** How many virtual processors there are. */
    int vps();

    /** The highest VTL that can be enabled. */
    int maximumVtl();

    /** The VTLs that are enabled on the partition. */
    int partitionVtls();

    /** The VTLs that are enabled on virtual processor {@code vp}. */
    int vtlsOf(int vp);

    /** Whether virtual processor {@code vp} has been started. */
    boolean isStarted(int vp);

    /** VsmPartitionConfig of {@code vtl}. */
    long partitionConfig(int vtl);

    /** The VTLs that can have mode-based execution control. */
    int mbecVtls();

    /** The VTLs that have it on the partition. */
    int mbecEnabledVtls();

    /** Whether a VTL can deny lower ones to start processors. */
    boolean canDenyStartup();

    /** The first address that is not guest-physical. */
    long addressLimit();

    /** Whether page {@code number} is memory. */
    boolean isMemory(long number);

    /** Whether the rights to page {@code number} are fixed: pinned, overlaid or shared. */
    boolean isFixed(long number);

    /** What connection {@code number} leads to. */
    SynicConnection connection(long number);

    /** Whether a virtual processor has APIC id {@code id}. */
    boolean hasApicId(int id);
}
