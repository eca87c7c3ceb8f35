package org.exitrace.cli;

import org.exitrace.traces.measure.Vendor;

/** What there is for hosts whose processor is of one make. */
enum MakeOfHost {
    /** Where nobody knows, too: most races are of SEV. */
    AMD("amd-snp-genoa", "ap-boot/two-aps-serial --compare original,repaired"),
    /** Which no profile times with SEV. */
    INTEL("intel-vmx", "vtl/busy-slot --compare silently,queues");

    private final String profile;
    private final String race;

    MakeOfHost(String profile, String race) {
        this.profile = profile;
        this.race = race;
    }

    static MakeOfHost of(Vendor vendor) {
        return vendor == Vendor.INTEL ? INTEL : AMD;
    }

    /** The profile that has all costs of races that such a host can have. */
    String profile() {
        return profile;
    }

    /** One of these races and its two designs, as {@code time} takes them. */
    String race() {
        return race;
    }
}
