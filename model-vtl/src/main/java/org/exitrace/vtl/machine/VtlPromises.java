package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.CpuMode;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/** What each host owes to a guest with VTLs, whatever its design. */
final class VtlPromises {

    private VtlPromises() {
    }

    static void intercepts(ModelBuilder model, Guest guest) {
        List<Vtl> vtls = guest.vps().stream().flatMap(vp -> vp.vtls().stream()).toList();
        model.never("I-36-registers", "a write of a control register is intercepted that no"
                + " control and mask ask for, or carried out though they do", vtls,
                vtl -> vtl.interception().misjudged.isSet())
                .because("a higher VTL is entered for what it asked for, and for nothing else")
                .from("docs/vtl.md a.5, I-36");
    }

    static void modes(ModelBuilder model, Guest guest) {
        List<Vtl> vtls = guest.vps().stream().flatMap(vp -> vp.vtls().stream()).toList();
        model.never("I-22", "a VTL above VTL0 is in real mode, or a VTL call comes from there or"
                + " from user mode", vtls, vtl -> vtl.mode().calledUp.isSet()
                || vtl.number() > 0 && vtl.mode().mode.is(CpuMode.Mode.REAL))
                .because("the kernel of a VTL speaks for it").from("docs/vtl.md I-22");
    }

    static void startup(ModelBuilder model, Guest guest) {
        List<Vtl> vtls = guest.vps().stream().flatMap(vp -> vp.vtls().stream()).toList();
        model.never("I-15", "an INIT takes effect in a VTL above VTL0, which nobody may reset",
                vtls, vtl -> vtl.lapic.startup().strayed.isSet())
                .because("a lower VTL changes what is private to a higher one")
                .from("docs/vtl.md I-15, c.6");
        model.never("I-31-init", "an INIT takes effect although a higher VTL denies that, or by its"
                + " presence alone drops it", vtls,
                vtl -> vtl.lapic.startup().inSpite.isSet())
                .because("the higher VTL is left with a processor that somebody else has reset")
                .from("docs/vtl.md I-31, c.3 N8");
    }

    static void resets(ModelBuilder model, Guest guest) {
        model.never("I-69", "the next life begins before each processor is through its reset",
                guest.vps().subList(1, guest.vps().size()), vp -> vp.reset().isLate())
                .because("what it gives to that processor is forgotten with the last life")
                .from("docs/vtl.md I-69, c.6");
    }

    static void declare(ModelBuilder model, Guest guest) {
        List<Vp> vps = guest.vps();
        model.never("I-11", "two VTLs of one virtual processor execute at once, or one"
                        + " that is not active", vps,
                Vp::isAstray)
                .because("the first of the four rules: one VTL of a virtual processor runs")
                .from("docs/vtl.md I-11");
        if (guest.startsLater()) {
            model.atRest("I-64", "each virtual processor that was started runs",
                    () -> vps.stream().noneMatch(guest.partition()::hasLostStart))
                    .because("nobody starts it again").from("docs/vtl.md I-64");
        }
        if (vps.get(0).requests() != null) {
            model.never("I-66", "a virtual processor has a VTL by its bit that has not got its"
                    + " initial context", vps, Vp::isAhead)
                    .because("others go by the bit").from("docs/vtl.md I-66, c.6");
        }
        if (guest.hasPartition() || guest.mayLackVtls()) {
            PartitionPromises.active(model, vps);
        }
        if (guest.hasPartition()) {
            PartitionPromises.declare(model, vps, guest.partition());
        }
        for (Breach breach : Breach.values()) {
            if (!breach.isOfPartition()) {
                model.never(breach.id(), breach.sentence(), vps, vp -> vp.judge().saw(breach))
                        .because(breach.because()).from(breach.source());
            } else if (guest.hasPartition()) {
                model.never(breach.id(), breach.sentence(), () -> guest.partition().saw(breach))
                        .because(breach.because()).from(breach.source());
            }
        }
    }
}
