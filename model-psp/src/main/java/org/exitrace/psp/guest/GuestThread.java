package org.exitrace.psp.guest;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.CoreComplex;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.RmpAnswer;
import org.exitrace.psp.spec.Status;

/** A virtual CPU of an SNP guest. It takes steps only while VMRUN succeeds with its ASID. */
public final class GuestThread extends Region {

    /** The driver has no key left for that VMPL. */
    public static final String DISABLED = "DISABLED";
    /** The driver has wiped the key. */
    public static final String WIPED = "WIPED";
    /** There was no answer that can be trusted, and the driver has not wiped the key. */
    public static final String NO_ANSWER = "NO_ANSWER";

    /** What its last operation gave. */
    public final ResultCell result = new ResultCell(cells(), "result", words());
    /** The machine, for the pages that it reaches. */
    public final Firmware machine;
    /** Words by which scripted threads wait for each other. */
    public final SharedWords words;

    private final int context;

    /** Declares a virtual CPU of the guest whose context is in page {@code context}. */
    public GuestThread(CellScope scope, int context, SharedWords words, Firmware machine) {
        super(scope);
        this.context = context;
        this.words = words;
        this.machine = machine;
    }

    /** Its guest. */
    public SnpGuest guest() {
        return machine.contexts.get(context);
    }

    /** Whether VMRUN succeeds with its ASID on some core. */
    public boolean runs() {
        int asid = guest().asid.get();
        if (asid == 0 || !guest().isIn(GctxState.RUNNING)) {
            return false;
        }
        for (CoreComplex ccx : machine.ccxs) {
            if (ccx.asidValid.has(asid)) {
                return true;
            }
        }
        return false;
    }

    /** All that an operation can give. */
    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (RmpAnswer answer : RmpAnswer.values()) {
            words.add(answer.name());
        }
        words.add(Status.INVALID_PARAM.name());
        words.add(DISABLED);
        words.add(WIPED);
        words.add(NO_ANSWER);
        return words;
    }
}
