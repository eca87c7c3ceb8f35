package org.exitrace.ghcb.host;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** What machines of tests begin with: virtual CPUs that run, and a host for each. */
public final class GuestSetUp {

    private final ModelBuilder model;
    private final List<GhcbPage> pages;
    private final List<GhcbGuest> guests;
    private final SharedWords words;

    /**
     * Of {@code model}.
     *
     * @param pages all GHCB pages
     * @param guests all virtual CPUs, to which those that are made are added
     */
    public GuestSetUp(ModelBuilder model, List<GhcbPage> pages, List<GhcbGuest> guests,
            SharedWords words) {
        this.model = model;
        this.pages = pages;
        this.guests = guests;
        this.words = words;
    }

    /** A GHCB page with all fields. */
    public static GhcbPage page(ModelBuilder model, int number, int bufferWords) {
        return new GhcbPage(model.region("ghcb[" + number + "]"), number,
                EnumSet.allOf(GhcbField.class), bufferWords);
    }

    /** The usual answers to {@code switches}, but for {@code changes} written {@code a=b}. */
    public static Design design(List<Switch<?>> switches, String... changes) {
        Design design = Design.usual(switches);
        for (String one : changes) {
            String[] pair = one.split("=");
            design = design.with(pair[0], pair[1]);
        }
        return design;
    }

    /** Virtual CPU {@code number}, which {@code host} does something for at each VMGEXIT. */
    public GhcbGuest add(int number, Optional<SnpSide> side, Consumer<GhcbGuest> host) {
        GuestCpu cpu = new GuestCpu(
                model.region("vcpu[" + number + "]"), number, pages.size());
        cpu.running.initially(true);
        GhcbGuest guest = new GhcbGuest(
                model.region("guest[" + number + "]"), cpu, pages, guests, words, side);
        guests.add(guest);
        model.on(model.actor("host" + number), guest).step("handles VMGEXIT")
                .when(one -> cpu.exit.is(GuestExit.VMGEXIT)).then(one -> {
                    cpu.exit.clear();
                    host.accept(one);
                });
        return guest;
    }

    /** Whether the guest has asked to be ended by its GHCB MSR. */
    public static boolean asksToBeEnded(GhcbGuest guest) {
        return MsrInfo.of(guest.msr.get()).orElseThrow() == MsrInfo.TERMINATION_REQUEST;
    }
}
