package org.exitrace.kvm.host;

import org.exitrace.psp.firmware.FirmwareBounds;

/**
 * How much of everything a modelled host has. Each bound has a name; what does not fit is refused
 * by it.
 *
 * @param vms VMs at one time, 1 to 4
 * @param vcpus vCPUs of each VM, 0 to 4
 * @param threads threads of user space, 1 to 8
 * @param cpus physical CPUs, each with caches of its own, 1 to 4
 * @param asids the largest ASID, 1 to 8
 * @param minSevAsid the least ASID of a guest without encrypted state, 1 to {@code asids} + 1
 * @param handles guests that the firmware can keep, 1 to 4
 * @param regions memory regions that can be registered, 0 to 3
 * @param cgroups cgroups of the misc controller, 1 to 2
 * @param cgroupLimit ASIDs that a cgroup may have in use, 0 to 8
 * @param pages pages of memory that the firmware may be given, 0 to 8
 * @param slots memory slots of each VM, of one page each, 0 to 2
 * @param maxSnpAsid with ciphertext hiding the largest ASID of an SNP guest, below
 *     {@code minSevAsid}; 0 without
 */
public record HostBounds(int vms, int vcpus, int threads, int cpus, int asids, int minSevAsid,
        int handles, int regions, int cgroups, int cgroupLimit, int pages,
        int slots, int maxSnpAsid) {

    /** Most VMs. */
    public static final int MOST_VMS = 4;
    /** Most vCPUs of a VM. */
    public static final int MOST_VCPUS = 4;
    /** Most threads. */
    public static final int MOST_THREADS = 8;
    /** Most regions. */
    public static final int MOST_REGIONS = 3;
    /** Most cgroups. */
    public static final int MOST_CGROUPS = 2;

    /** Most memory slots of a VM. */
    public static final int MOST_SLOTS = 2;

    /** A host whose VMs have no memory slots. */
    public HostBounds(int vms, int vcpus, int threads, int cpus, int asids, int minSevAsid,
            int handles, int regions, int cgroups, int cgroupLimit, int pages) {
        this(vms, vcpus, threads, cpus, asids, minSevAsid, handles, regions, cgroups,
                cgroupLimit, pages, 0);
    }

    /** A host without ciphertext hiding. */
    public HostBounds(int vms, int vcpus, int threads, int cpus, int asids, int minSevAsid,
            int handles, int regions, int cgroups, int cgroupLimit, int pages, int slots) {
        this(vms, vcpus, threads, cpus, asids, minSevAsid, handles, regions, cgroups,
                cgroupLimit, pages, slots, 0);
    }

    /** Refuses what is out of bounds, by the bound's name. */
    public HostBounds {
        within("vms", vms, 1, MOST_VMS);
        within("vcpus", vcpus, 0, MOST_VCPUS);
        within("threads", threads, 1, MOST_THREADS);
        within("regions", regions, 0, MOST_REGIONS);
        within("slots", slots, 0, MOST_SLOTS);
        within("cgroups", cgroups, 1, MOST_CGROUPS);
        within("cgroup-limit", cgroupLimit, 0, FirmwareBounds.MOST_ASIDS);
        firmware(cpus, asids, minSevAsid, handles, pages);
        within("max-snp-asid", maxSnpAsid, 0, minSevAsid - 1);
    }

    /** The firmware's own bounds; each CPU stands for a core complex. */
    public FirmwareBounds firmware() {
        return firmware(cpus, asids, minSevAsid, handles, pages);
    }

    private static FirmwareBounds firmware(
            int cpus, int asids, int minSevAsid, int handles, int pages) {
        within("cpus", cpus, 1, FirmwareBounds.MOST_CCXS);
        return new FirmwareBounds(cpus, 1, handles, asids, minSevAsid, pages);
    }

    private static void within(String bound, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    bound + " is " + least + " to " + most + ", not " + value);
        }
    }
}
