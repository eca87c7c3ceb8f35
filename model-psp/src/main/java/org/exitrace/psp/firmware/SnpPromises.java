package org.exitrace.psp.firmware;

import java.util.function.Predicate;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.PageState;

/** What always holds of SNP guests and of pages, whatever the host does. */
public final class SnpPromises {

    private static final String SOURCE = "SEV firmware, h";

    private final Firmware firmware;

    private SnpPromises(Firmware firmware) {
        this.firmware = firmware;
    }

    /** Declares them for {@code firmware} in {@code model}. */
    public static void declare(ModelBuilder model, Firmware firmware) {
        new SnpPromises(firmware).declare(model);
    }

    private void declare(ModelBuilder model) {
        if (firmware.bounds.pages() == 0) {
            return;
        }
        model.never("stray-write", "the firmware has written into a page that the host could take"
                        + " away from it", () -> firmware.strayWrite.isSet())
                .because("it writes only its own pages, pages before a guest, and DEFAULT")
                .from(SOURCE);
        model.never("immutable-changed", "RMPUPDATE has changed an immutable page",
                () -> firmware.immutableChanged.isSet())
                .because("only the firmware clears the immutable bit").from(SOURCE);
        model.never("rmp-stored", "x86 software has changed the reverse map table by a plain store"
                        + " while SNP is on", () -> firmware.rmpStored.isSet())
                .because("whoever writes to it says whose each page is").from("SEV firmware, g.18");
        never(model, "context-page", "a context is in a page that is not CONTEXT",
                this::isAstray);
        never(model, "vmpck-even", "a counter of messages is odd", this::isOdd);
        never(model, "vmpck-once", "a guest's request was executed twice",
                guest -> guest.twice.isSet());
        never(model, "iv-once", "a guest has encrypted two messages under one key and sequence"
                + " number", guest -> guest.secrets.reused.isSet());
        never(model, "vmpck-steps", "a counter of messages is not two more for each request"
                + " that was executed", this::isOutOfStep);
        never(model, "snp-asid-runs", "an ASID is in use for a guest that does not run",
                this::runsTooEarly);
        never(model, "snp-digest-frozen", "the launch digest of a running guest has changed",
                guest -> guest.isIn(GctxState.RUNNING)
                        && guest.digest.get() != guest.finished.get());
    }

    private void never(
            ModelBuilder model, String id, String sentence, Predicate<SnpGuest> condition) {
        model.never(id, sentence, firmware.contexts, condition).from(SOURCE);
    }

    /** While the entry is locked the firmware is just about it. */
    private boolean isAstray(SnpGuest guest) {
        return !guest.isIn(GctxState.NONE)
                && !firmware.pages.is(guest.page(), PageState.CONTEXT)
                && !firmware.pages.is(guest.page(), PageState.FIRMWARE);
    }

    private boolean isOdd(SnpGuest guest) {
        return guest.counters.stream().anyMatch(counter -> counter.get() % 2 != 0);
    }

    /** A counter stands where the executed requests put it, or is about to. */
    private boolean isOutOfStep(SnpGuest guest) {
        for (int vmpck = 0; vmpck < SnpGuest.VMPCKS; vmpck++) {
            int due = guest.begin.get() + 2 * guest.executed(vmpck);
            int now = guest.counters.get(vmpck).get();
            if (now != due && now + 2 != due) {
                return true;
            }
        }
        return false;
    }

    private boolean runsTooEarly(SnpGuest guest) {
        return guest.asid.get() != 0 && !guest.isIn(GctxState.RUNNING)
                && firmware.asid(guest.asid.get()).isAnywhere(AsidUse.IN_USE);
    }
}
