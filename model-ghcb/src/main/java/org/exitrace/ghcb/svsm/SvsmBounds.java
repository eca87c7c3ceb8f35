package org.exitrace.ghcb.svsm;

/**
 * How much a machine with an SVSM has.
 *
 * @param vcpus virtual CPUs, 1 to {@link #MOST_VCPUS}
 * @param calls that the guest makes on each of them, 1 to {@link #MOST}
 * @param events that the host has for VMPL 0 of each of them, 0 to {@link #MOST}
 * @param misbehaviours that the host can afford, 0 for none
 * @param hostile with which part of it
 */
public record SvsmBounds(
        int vcpus, int calls, int events, int misbehaviours, HostilePart hostile) {

    /** Most virtual CPUs. */
    public static final int MOST_VCPUS = 2;
    /** Most calls, and most events, of a virtual CPU. */
    public static final int MOST = 3;
}
