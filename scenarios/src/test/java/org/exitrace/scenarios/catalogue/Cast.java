package org.exitrace.scenarios.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.ghcb.svsm.SvsmMachine;
import org.exitrace.scenarios.machine.MachineSpec;

/**
 * Who plays guest and host in machines of a kind.
 *
 * @param kind of machine
 * @param remark what a reader of its table should know
 * @param guests each of them meets each host
 * @param hosts the columns of the table
 * @param mostStates after so many states a search gives up
 */
record Cast(String kind, String remark, List<Player> guests, List<Player> hosts, int mostStates) {

    private static final String PARKS = "hold-with-events=parks";
    private static final String AT_VMRUN = "ghcb-unmap=at-vmrun";
    private static final String LISTED = "page-status=kvm-list";
    private static final String CHECKED = "migration-msr=checked";
    private static final Predicate<MachineSpec> ENCRYPTED =
            machine -> !machine.word("guest").equals("plain");

    static final Cast GHCB = new Cast("ghcb", """
            S-28 under Linux and OVMF, and S-40 under the newest kernel, are broken **by our
            reading** of their code ([d.4](ghcb.md#d4-page-states-and-pvalidate),
            [e.6](ghcb.md#e6-snp-ap-creation)). Guests differ by what they make of exceptions, by
            which versions they take, by when they write the GHCB MSR and the version, and by their
            lists; all else that their handlers do is Linux's. S-31 is broken by a host that
            injects #VC while an AP has no stack, against which no code of the guest helps. There is
            no SNP in p-2021: its column is that of the entries without.
            """,
            List.of(Player.of("linux", "Linux", "guest-code=linux"),
                    Player.of("ovmf", "OVMF", "guest-code=ovmf"),
                    Player.of("svsm", "COCONUT-SVSM", "guest-code=svsm"),
                    Player.of("oak", "Oak", "guest-code=oak")),
            List.of(Player.of("p-2021", "Linux of 2021, without SNP", "kernel=p-2021")
                            .on(machine -> !machine.flag("snp")),
                    Player.of("p-6.17", "Linux 6.17", "kernel=p-6.17"),
                    Player.of("p-7.3", "Linux 7.3", "kernel=p-7.3"),
                    Player.of("hostile", "the newest kernel, and one misbehaviour of"
                            + " `explore --adversary`", "kernel=p-7.3").hostile(1)),
            200_000);

    static final Cast AP_BOOT = new Cast("ap-boot", """
            What APs do before and while they are started: [AP boot](ap-boot.md). Entries with a
            guest of old, without SEV-ES, have the guest `bare` alone, since no other boots there. A
            host that ends the guest, or crashes, keeps what would have come behind that: in `2020`
            a park is an exit that nobody knows, in `v5.11` S-39 comes before S-13.
            """,
            List.of(Player.of("usual", "edk2 and Linux as they are").on(ENCRYPTED),
                    Player.of("ovmf-park", "a park as edk2's behind ExitBootServices, which looks"
                            + " at no result (reading)", "hold-check=nothing").on(ENCRYPTED),
                    Player.of("stage0", "a park as Oak's, whose mask keeps one bit too many"
                            + " (reading)", "hold-form=msr", "hold-check=masked-info")
                            .on(ENCRYPTED),
                    Player.of("bare", "one that starts its APs again as without SEV-ES; the only"
                            + " one on machines without it", "restart=bare-init-sipi"),
                    Player.of("repaired", "Linux with the kexec series, and an administrator who"
                            + " tries no late CPU again",
                            "kexec-park=jump-table-page", "late-cpu=left-offline").on(ENCRYPTED)),
            List.of(Player.of("2013", "before March 2013, without SEV-ES",
                            "init-sipi-events=remote-mp-state"),
                    Player.of("2020", "before December 2020, without AP reset hold",
                            "sipi-hook=register-writes", PARKS, AT_VMRUN),
                    Player.of("v5.11", "the first with AP reset hold, 647daca25d24",
                            "sipi-hook=unchecked-ghcb", PARKS, AT_VMRUN),
                    Player.of("v5.13", "a3ba26ecfb56 and ce7ea0cfdc2e", "sipi-hook=ghcb-check",
                            PARKS),
                    Player.of("today", "the kernels p-6.17 and p-7.3"),
                    Player.of("preset", "today's with a proposal of May 2021 (unverified)",
                            "hold-preset=one"),
                    Player.of("repaired", "all that Exitrace proposes", "sipi-hook=latched",
                            "hold-with-events=parks-for-init", AT_VMRUN,
                            "init-sipi-events=exchanged-word"),
                    Player.of("vmm-drops", "a VMM with the LAPIC in user space that keeps no"
                            + " SIPI", "vmm-at-sipi=drops")
                            .on(machine -> machine.word("lapic").equals("user"))),
            200_000);

    static final Cast SVSM = new Cast("svsm", """
            The guest is the SVSM and what runs on it: [VMPLs](ghcb.md#e7-svsm). Each but
            the first differs from it in one answer.
            """,
            eachValue("COCONUT-SVSM, and Linux on it", SvsmMachine.SWITCHES),
            List.of(Player.of("honest", "a host that keeps the protocol"),
                    Player.of("hostile", "one misbehaviour of `explore --adversary`").hostile(1)),
            200_000);

    static final Cast MIGRATION = new Cast("live-migration", """
            What arrives of a guest that said it can be migrated:
            [live migration](live-migration.md).
            """,
            List.of(Player.of("landed", "Linux since 5.16, and firmware that announces"),
                    Player.of("edk2", "the same on edk2 as it is", "firmware-report=silent"),
                    Player.of("rfc-2020", "a guest of the first series on such firmware",
                            "firmware-report=silent", "migration-enable=unconditional",
                            "boot-reset=nothing", "shutdown-write=keeps"),
                    Player.of("at-kexec", "announces at its end what the next kernel should",
                            "boot-reset=at-kexec"),
                    Player.of("write-first", "announces behind its write, against R1",
                            "conversion-order=write-first")),
            List.of(Player.of("landed", "KVM since 5.14, and a VMM that keeps the rules"),
                    Player.of("forgotten", "a VMM that did not ask for the exits",
                            "hypercall-exits=forgotten"),
                    Player.of("list", "RFC v10 to v13: KVM keeps a list", LISTED, CHECKED),
                    Player.of("bitmap", "the first series: KVM keeps a bitmap",
                            "page-status=kvm-bitmap", CHECKED),
                    Player.of("asks-once", "the list, and a VMM that asks for it once", LISTED,
                            CHECKED, "status-read=once"),
                    Player.of("looks-once", "KVM since 5.14, and a VMM that looks once whether it"
                            + " may migrate", "ready-check=at-start")),
            50_000);

    static final List<Cast> ALL = List.of(GHCB, AP_BOOT, SVSM, MIGRATION);

    /** One with the usual values, and one for each other value of each switch. */
    private static List<Player> eachValue(String usual, List<Switch<?>> switches) {
        List<Player> players = new ArrayList<>(List.of(Player.of("usual", usual)));
        for (Switch<?> choice : switches) {
            for (SwitchValue value : choice.values()) {
                if (value != choice.usual()) {
                    players.add(Player.of(value.label(),
                            choice.question() + " " + value.text().meaning(),
                            choice.name() + "=" + value.label()));
                }
            }
        }
        return players;
    }

    /** The guest of that name. */
    Player guest(String name) {
        return guests.stream().filter(guest -> guest.name().equals(name)).findFirst()
                .orElseThrow();
    }
}
