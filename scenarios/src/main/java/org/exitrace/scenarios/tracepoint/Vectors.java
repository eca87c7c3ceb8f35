package org.exitrace.scenarios.tracepoint;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.StateLayout;

/**
 * Interrupts of virtual processors with VTLs, as a step shows them: a local APIC accepts one where
 * its IRR grows, and has one injected where it is delivered. Vector n of a model stands for a
 * priority class, and is told as the first one of it; the bit behind all vectors is an NMI.
 */
final class Vectors {

    static final String NONE = "none";

    private static final int FIRST_VECTOR = 48;
    private static final int VECTORS_A_CLASS = 16;
    /** Of the word that says what is injected: valid, an external interrupt. */
    private static final long VALID = 0x8000_0000L;

    private final List<LocalApic> apics = new ArrayList<>();

    /** Those of {@code model}; none, where its processors have no VTLs. */
    Vectors(Model model, Threads threads) {
        StateLayout layout = model.layout();
        for (int vp = 0; find(layout, vp, 0, "irr") != null; vp++) {
            for (int vtl = 0; find(layout, vp, vtl, "irr") != null; vtl++) {
                apics.add(new LocalApic(threads.of("vp" + vp + "-vtl" + vtl).vcpu(),
                        "vp[" + vp + "]", vtl, find(layout, vp, vtl, "irr"),
                        find(layout, vp, vtl, "isr"),
                        find(layout, vp, vtl, "auto_eoi.delivered")));
            }
        }
    }

    private static Cell find(StateLayout layout, int vp, int vtl, String cell) {
        return layout.find("vp[" + vp + "].vtl[" + vtl + "].lapic." + cell).orElse(null);
    }

    /** What a table calls {@code accepted}, {@code accepted.vcpu} and {@code accepted.mode}. */
    String accepted(String name, Moment now, int vectors) {
        for (LocalApic apic : apics) {
            OptionalInt vector = grown(apic.irr(), now);
            if (vector.isPresent()) {
                boolean isNmi = vector.getAsInt() >= vectors;
                return switch (name) {
                    case "accepted" -> isNmi ? "0" : Integer.toString(told(vector.getAsInt()));
                    case "accepted.vcpu" -> Integer.toString(apic.vcpu());
                    default -> isNmi ? "NMI" : "Fixed";
                };
            }
        }
        return NONE;
    }

    /** What it calls {@code taken} and {@code taken.info}: the interrupt that an entry brings. */
    String taken(String name, Moment now, String vp, String vtl, int vectors) {
        for (LocalApic apic : apics) {
            if (apic.vp().equals(vp) && Integer.toString(apic.vtl()).equals(vtl)) {
                OptionalInt delivered = grown(apic.isr(), now);
                OptionalInt vector = delivered.isPresent() || apic.ended() == null ? delivered
                        : grown(apic.ended(), now);
                if (vector.isPresent() && vector.getAsInt() < vectors) {
                    int told = told(vector.getAsInt());
                    return name.equals("taken") ? Integer.toString(told)
                            : "0x" + Long.toHexString(VALID | told);
                }
            }
        }
        return NONE;
    }

    /** A vector that {@code cell} has behind the step, and had not in front of it. */
    private static OptionalInt grown(Cell cell, Moment now) {
        long added = cell.rawIn(now.after()) & ~cell.rawIn(now.before());
        return added == 0 ? OptionalInt.empty()
                : OptionalInt.of(Long.numberOfTrailingZeros(added));
    }

    /** The first vector of the priority class {@code vector}. */
    static int told(int vector) {
        return FIRST_VECTOR + VECTORS_A_CLASS * vector;
    }

    /**
     * One of a VTL.
     *
     * @param vcpu the number of the vCPU whose it is
     * @param vp region of the virtual processor
     * @param vtl of which VTL
     * @param irr what waits
     * @param isr what was delivered
     * @param ended what was delivered and ended at once; null where nothing ever is
     */
    private record LocalApic(int vcpu, String vp, int vtl, Cell irr, Cell isr, Cell ended) {
    }
}
