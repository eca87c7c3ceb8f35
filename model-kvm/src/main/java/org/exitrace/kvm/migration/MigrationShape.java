package org.exitrace.kvm.migration;

import org.exitrace.kvm.migration.guest.GuestPages;
import org.exitrace.kvm.migration.spec.GuestKind;

/**
 * What there is in a machine whose guest is migrated.
 *
 * @param kind what of the guest is encrypted
 * @param vcpus its virtual CPUs, 1 or 2
 * @param pages its pages, 1 to 3, and whose they are
 * @param rounds rounds of the migration while the guest runs, 0 to 3
 * @param offered whether user space offers the feature to the guest
 * @param filter whether user space's MSR filter has the migration MSR
 * @param ready whether the guest had announced all before the first step, and said so
 */
public record MigrationShape(
        GuestKind kind, int vcpus, GuestPages pages, int rounds, boolean offered, boolean filter,
        boolean ready) {

    /** An SEV guest that is ready, with so many pages, vCPUs and rounds. */
    public static MigrationShape ready(int pages, int vcpus, int rounds) {
        return new MigrationShape(GuestKind.SEV, vcpus, new GuestPages(pages, 0, false, true),
                rounds, true, true, true);
    }

    /** The same, switched on just now. */
    public MigrationShape fromPowerOn(int firmwarePages, boolean decryptedBss) {
        return new MigrationShape(kind, vcpus,
                new GuestPages(pages.all(), firmwarePages, decryptedBss, pages.efi()), rounds,
                offered, filter, false);
    }

    /** The same with another kind of guest. */
    public MigrationShape of(GuestKind other) {
        return new MigrationShape(other, vcpus, pages, rounds, offered, filter, ready);
    }

    /** The same, to whose guest the feature is not offered. */
    public MigrationShape switchedOff() {
        return new MigrationShape(kind, vcpus, pages, rounds, false, filter, false);
    }
}
