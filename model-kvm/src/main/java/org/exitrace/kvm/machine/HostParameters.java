package org.exitrace.kvm.machine;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.spec.HostSupport;
import org.exitrace.psp.firmware.FirmwareBounds;

/** How the size of a host is written: {@code vms=3 vcpus=0}. */
public final class HostParameters {

    private static final String VMS = "vms";
    private static final String VCPUS = "vcpus";
    private static final String THREADS = "threads";
    private static final int USUAL_THREADS = 4;
    private static final String CPUS = "cpus";
    private static final String ASIDS = "asids";
    private static final String MIN_SEV_ASID = "min-sev-asid";
    private static final String HANDLES = "handles";
    private static final String REGIONS = "regions";
    private static final String CGROUPS = "cgroups";
    private static final String CGROUP_LIMIT = "cgroup-limit";
    private static final String PAGES = "pages";
    private static final String SLOTS = "slots";
    private static final String MAX_SNP_ASID = "max-snp-asid";
    private static final String SUPPORT = "host-support";

    private HostParameters() {
    }

    /** All of them, each with its usual value. */
    public static List<Parameter> all() {
        return List.of(
                Parameter.number(VMS, 1, HostBounds.MOST_VMS, "VMs at one time").usually(2),
                Parameter.number(VCPUS, 0, HostBounds.MOST_VCPUS, "vCPUs of each VM").usually(1),
                Parameter.number(THREADS, 1, HostBounds.MOST_THREADS, "threads of the VMM")
                        .usually(USUAL_THREADS),
                Parameter.number(CPUS, 1, FirmwareBounds.MOST_CCXS,
                        "CPUs, each with caches of its own").usually(1),
                Parameter.number(ASIDS, 1, FirmwareBounds.MOST_ASIDS, "ASIDs").usually(3),
                Parameter.number(MIN_SEV_ASID, 1, FirmwareBounds.MOST_ASIDS + 1L,
                        "the least ASID of a guest without encrypted state").usually(2),
                Parameter.number(HANDLES, 1, FirmwareBounds.MOST_HANDLES,
                        "guests that the firmware can hold; 1024 in the firmware").usually(3),
                Parameter.number(REGIONS, 0, HostBounds.MOST_REGIONS,
                        "memory regions that can be registered").usually(0),
                Parameter.number(CGROUPS, 1, HostBounds.MOST_CGROUPS,
                        "cgroups of the misc controller").usually(1),
                Parameter.number(CGROUP_LIMIT, 0, FirmwareBounds.MOST_ASIDS,
                        "ASIDs for which each cgroup may be charged")
                        .usually(FirmwareBounds.MOST_ASIDS),
                Parameter.number(PAGES, 0, FirmwareBounds.MOST_PAGES,
                        "pages of memory that the firmware is given").usually(1),
                Parameter.number(SLOTS, 0, HostBounds.MOST_SLOTS,
                        "memory slots of each VM, of one page each").usually(0),
                Parameter.number(MAX_SNP_ASID, 0, FirmwareBounds.MOST_ASIDS,
                        "with ciphertext hiding, since p-7.3, the largest ASID of an SNP guest;"
                                + " 0 without").usually(0),
                Parameter.word(SUPPORT, Arrays.stream(HostSupport.values())
                        .map(HostSupport::label).toList(), "what the host offers guests")
                        .usually(HostSupport.SEV_ES.label()));
    }

    /**
     * The host that {@code arguments} tell.
     *
     * @throws IllegalArgumentException where they do not fit together, by the bound's name
     */
    public static KvmHostShape shape(Arguments arguments) {
        HostBounds bounds = new HostBounds(arguments.number(VMS), arguments.number(VCPUS),
                arguments.number(THREADS), arguments.number(CPUS), arguments.number(ASIDS),
                arguments.number(MIN_SEV_ASID), arguments.number(HANDLES),
                arguments.number(REGIONS), arguments.number(CGROUPS),
                arguments.number(CGROUP_LIMIT), arguments.number(PAGES), arguments.number(SLOTS),
                arguments.number(MAX_SNP_ASID));
        HostSupport support = Arrays.stream(HostSupport.values())
                .filter(level -> level.label().equals(arguments.word(SUPPORT)))
                .findFirst().orElseThrow();
        return new KvmHostShape(bounds, support);
    }
}
