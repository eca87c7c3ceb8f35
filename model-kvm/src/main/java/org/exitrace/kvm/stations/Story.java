package org.exitrace.kvm.stations;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;

/** What was measured, as ways through places. */
public enum Story {
    /** Guests are launched together: cores, then the mailbox page by page, then cores. */
    LAUNCH("guest") {
        @Override
        List<Visit> way(int number, int amount, Design design) {
            Vmm vmm = design.get(Vmm.SWITCH);
            List<Visit> way = new ArrayList<>();
            if (vmm != Vmm.BARE) {
                way.add(new Visit("sets the VM up", vmm.label() + ".setup", Place.CORE, 1));
            }
            if (amount > 0) {
                way.add(new Visit("calls LAUNCH_UPDATE", "psp.launch-call", Place.MAILBOX, 1));
                way.add(new Visit("a page", "psp.launch-page", Place.MAILBOX, amount));
            }
            if (vmm != Vmm.BARE) {
                way.add(new Visit("boots", vmm.label() + ".boot", Place.CORE, 1));
            }
            return way;
        }
    },
    /** SNP_INIT clears the reverse map table. */
    RMP("psp") {
        @Override
        List<Visit> way(int number, int amount, Design design) {
            return List.of(new Visit("a MiB of the RMP", "psp.rmp-mib", Place.MAILBOX, amount));
        }
    },
    /** All processors but the first are brought up. */
    BRING_UP("cpu") {
        @Override
        List<Visit> way(int number, int amount, Design design) {
            boolean serial = design.get(BringUp.SWITCH) == BringUp.SERIAL;
            return List.of(serial ? new Visit("brings an AP up", "ap.serial", Place.OWN, amount)
                    : new Visit("its part in turn", "ap.parallel", Place.TURN, 1));
        }
    },
    /** One IPI from write to handler. */
    IPI("sender") {
        @Override
        List<Visit> way(int number, int amount, Design design) {
            IpiVirtualization taken = design.get(IpiVirtualization.SWITCH);
            List<Visit> way = new ArrayList<>();
            if (taken == IpiVirtualization.OFF) {
                way.add(Visit.own("exits", "ipi.exit"));
            }
            if (design.get(Apic.SWITCH) == Apic.XAPIC
                    && taken != IpiVirtualization.EXIT_AND_EMULATION) {
                way.add(Visit.own("has its write emulated", "ipi.mmio"));
            }
            way.add(Visit.own("is heard", "ipi.delivery"));
            return way;
        }
    },
    /** Each sender sends one IPI behind the other, a hundred to a step. */
    STORM("sender") {
        @Override
        List<Visit> way(int number, int amount, Design design) {
            return List.of(new Visit("sends a hundred IPIs", "ipi."
                    + design.get(Apic.SWITCH).label(), Place.OWN, amount));
        }
    },
    /** A guest answers a ping: only its exits, since nothing else of it was published alone. */
    PING("vcpu") {
        @Override
        List<Visit> way(int number, int amount, Design design) {
            String exit = "exit." + design.get(Confidentiality.SWITCH).label();
            List<Visit> way = new ArrayList<>();
            if (design.get(Idle.SWITCH) != Idle.POLL) {
                way.add(Visit.own("leaves HLT", exit));
                way.add(Visit.own("starts its tick again", exit));
            }
            way.add(Visit.own("ends the interrupt", exit));
            way.add(Visit.own("kicks the device", exit));
            return way;
        }
    };

    private final String actor;

    Story(String actor) {
        this.actor = actor;
    }

    /** What the actors are called, in front of their number. */
    String actor() {
        return actor;
    }

    /** The way of actor {@code number}; {@code amount} as the machine's parameter says. */
    abstract List<Visit> way(int number, int amount, Design design);
}
