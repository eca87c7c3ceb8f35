package org.exitrace.scenarios.migration;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.migration.MigrationShape;
import org.exitrace.kvm.migration.guest.GuestPages;
import org.exitrace.kvm.migration.script.VmmOperations;
import org.exitrace.kvm.migration.spec.GuestKind;

/** The parameters of a machine whose guest is migrated, and the shape that they describe. */
final class MigrationParameters {

    static final String GUEST = "guest";
    static final String PAGES = "pages";
    static final String VCPUS = "vcpus";
    static final String ROUNDS = "rounds";
    static final String FIRMWARE_PAGES = "firmware-pages";
    static final String DECRYPTED_BSS = "decrypted-bss";
    static final String EFI = "efi";
    static final String OFFERED = "offered";
    static final String FILTER = "msr-filter";
    static final String READY = "ready";

    private MigrationParameters() {
    }

    static List<Parameter> all() {
        return List.of(
                Parameter.word(GUEST, Arrays.stream(GuestKind.values()).map(GuestKind::label)
                        .toList(), "what of the guest is encrypted").usually("sev"),
                Parameter.number(PAGES, 1, 3, "pages of the guest").usually(1),
                Parameter.number(VCPUS, 1, 2, "virtual CPUs of the guest").usually(1),
                Parameter.number(ROUNDS, 0, VmmOperations.MOST_ROUNDS,
                        "rounds of a migration while the guest runs").usually(1),
                Parameter.number(FIRMWARE_PAGES, 0, 2,
                        "pages, from page 0, that are the firmware's own").usually(0),
                Parameter.flag(DECRYPTED_BSS,
                        "whether the last page is shared from a kernel's first instruction")
                        .usually("false"),
                Parameter.flag(EFI, "whether the firmware is EFI").usually("true"),
                Parameter.flag(OFFERED, "whether user space offers the feature to the guest")
                        .usually("true"),
                Parameter.flag(FILTER, "whether user space's MSR filter has the migration MSR")
                        .usually("true"),
                Parameter.flag(READY, "whether the guest has announced its pages, and said so,"
                        + " before the first step").usually("true"));
    }

    static GuestKind kind(Arguments chosen) {
        return Arrays.stream(GuestKind.values())
                .filter(kind -> kind.label().equals(chosen.word(GUEST))).findFirst().orElseThrow();
    }

    static GuestPages pages(Arguments chosen) {
        return new GuestPages(chosen.number(PAGES), chosen.number(FIRMWARE_PAGES),
                chosen.flag(DECRYPTED_BSS), chosen.flag(EFI));
    }

    static MigrationShape shape(Arguments chosen) {
        return new MigrationShape(kind(chosen), chosen.number(VCPUS), pages(chosen),
                chosen.number(ROUNDS), chosen.flag(OFFERED), chosen.flag(FILTER),
                chosen.flag(READY));
    }
}
