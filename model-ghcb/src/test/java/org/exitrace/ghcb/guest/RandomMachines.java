package org.exitrace.ghcb.guest;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.exitrace.engine.design.Switch;
import org.exitrace.ghcb.host.GuestMachine;
import org.exitrace.ghcb.linux.CpuHotplug;
import org.exitrace.ghcb.linux.Kexec;
import org.exitrace.ghcb.linux.OsHandOver;
import org.exitrace.ghcb.ovmf.OvmfRounds;
import org.exitrace.ghcb.ovmf.PeiToDxe;

/** Any guest software in any design on a host with up to two spurious wakes. */
final class RandomMachines {

    private RandomMachines() {
    }

    static Arbitrary<GuestMachine> any(int mostAps) {
        return Combinators.combine(
                software(), Arbitraries.integers().between(1, mostAps),
                Arbitraries.integers().between(0, 2), Arbitraries.of(true, false),
                Arbitraries.longs().between(0, 1L << 30)).as(RandomMachines::machine);
    }

    private static Arbitrary<GuestSoftware> software() {
        return Combinators.combine(Arbitraries.integers().between(0, 4),
                Arbitraries.of(true, false), Arbitraries.of(true, false),
                Arbitraries.integers().between(1, 2), Arbitraries.integers().between(1, 2))
                .as((story, early, serial, rounds, sipis) -> {
                    InitSipi ipis = new InitSipi(sipis, story < 2 ? "ovmf" : "linux");
                    return switch (story) {
                        case 0 -> new OvmfRounds(early, rounds, serial, ipis);
                        case 1 -> new PeiToDxe(ipis);
                        case 2 -> new OsHandOver(early, serial, ipis);
                        case 3 -> new CpuHotplug(rounds, ipis);
                        default -> new Kexec(ipis);
                    };
                });
    }

    /** Chooses each switch by some digits of {@code choices}. */
    private static GuestMachine machine(
            GuestSoftware software, int aps, int wakes, boolean parkedByMsr, long choices) {
        GuestMachine machine = GuestMachine.of(software).aps(aps).spuriousWakes(wakes);
        long left = choices;
        List<Switch<?>> switches = machine.design().switches();
        for (Switch<?> one : switches) {
            int count = one.values().size();
            machine = machine.with(one.name(), one.values().get((int) (left % count)).label());
            left /= count;
        }
        return parkedByMsr ? machine.parkedByMsr() : machine;
    }
}
