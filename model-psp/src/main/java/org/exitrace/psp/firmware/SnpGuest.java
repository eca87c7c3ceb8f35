package org.exitrace.psp.firmware;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.SnpPolicy;

/**
 * The context of an SNP guest, which the firmware keeps in a CONTEXT page. Keys are random on
 * hardware; here a guest's keys are one number together, which {@link Entropy} drew.
 *
 * <p>Left out: the guest's encryption key, its report id, host data and the migration root key,
 * which no modelled check reads; SNP's own count of guests, which is that of contexts in LAUNCH
 * or RUNNING.
 */
public final class SnpGuest extends Region {

    /** How many keys for messages a guest has. */
    public static final int VMPCKS = 4;
    /** The largest modelled counter of messages: stands for 2^64-2. */
    public static final int LAST_COUNTER = 8;
    /** The largest modelled initialisation vector of swapped pages: stands for the last one. */
    public static final int LAST_IV = 3;

    /** Launch and life. */
    public final EnumCell<GctxState> state = cells().choice("state", GctxState.class);
    /** What its owner allows. */
    public final BitsCell policy =
            cells().bits("policy", SnpPolicy.values().length).named(SnpPolicy.names());
    /** The ASID that it holds; 0 while it is not activated. */
    public final CountCell asid;
    /** One more than the page of its migration agent's context; 0 for none. */
    public final CountCell agent;
    /** An initial migration image is being launched. */
    public final FlagCell imi = cells().flag("imi");
    /** The launch digest, folded to 64 bits. */
    public final WordCell digest = cells().word("digest");
    /** The digest over pages of the migration image, folded to 64 bits. */
    public final WordCell imageDigest = cells().word("image digest");
    /** Whose keys: of messages (VMPCKs) and of swapped pages; 0 for none. */
    public final CountCell keys = cells().count("keys", Entropy.MOST);
    /** The counter of messages of each VMPCK. */
    public final List<CountCell> counters;
    /** History: requests that were executed under these keys, by VMPCK and sequence number. */
    public final BitsCell executed;
    /** History: where the counters stood when it got these keys. */
    public final CountCell begin;
    /** History: the launch digest when it began to run. */
    public final WordCell finished;
    /** History: one of them was executed again. */
    public final FlagCell twice;
    /** The last initialisation vector that a swapped page got. */
    public final CountCell iv = cells().count("iv", LAST_IV);
    /** The metadata entry that is not in a page. */
    public final SwapEntry root;
    /** What the guest's own driver holds, in the guest's memory. */
    public final Secrets secrets;

    private final int page;

    /** Declares the context that page {@code page} can hold. */
    public SnpGuest(CellScope scope, int page, FirmwareBounds bounds) {
        super(scope);
        this.page = page;
        executed = cells().ghost().bits("executed", VMPCKS * (LAST_COUNTER + 2));
        begin = cells().ghost().count("begin", LAST_COUNTER);
        finished = cells().ghost().word("finished");
        twice = cells().ghost().flag("executed twice");
        asid = cells().count("asid", bounds.asids());
        agent = cells().count("agent", bounds.pages());
        List<CountCell> counts = new ArrayList<>();
        for (int vmpck = 0; vmpck < VMPCKS; vmpck++) {
            counts.add(cells().count("counter" + vmpck, LAST_COUNTER));
        }
        counters = List.copyOf(counts);
        root = new SwapEntry(cells().in("root"), bounds);
        secrets = new Secrets(cells().in("secrets"));
    }

    /** The page in which it is, from 0. */
    public int page() {
        return page;
    }

    /** Whether {@code bit} of its policy is set. */
    public boolean has(SnpPolicy bit) {
        return policy.has(bit.ordinal());
    }

    /** Whether it is in one of {@code states}. */
    public boolean isIn(GctxState... states) {
        for (GctxState one : states) {
            if (state.is(one)) {
                return true;
            }
        }
        return false;
    }

    /** Zeroes the context. */
    public void wipe() {
        state.clear();
        policy.clear();
        asid.clear();
        agent.clear();
        imi.clear();
        digest.clear();
        imageDigest.clear();
        keys.clear();
        counters.forEach(CountCell::clear);
        executed.clear();
        begin.clear();
        finished.clear();
        iv.clear();
        root.clear();
        secrets.wipe();
    }

    /** Notes that the request of that key and sequence number is executed. */
    public void remember(int vmpck, int sequence) {
        int request = vmpck * (LAST_COUNTER + 2) + sequence;
        if (executed.has(request)) {
            twice.raise();
        }
        executed.add(request);
    }

    /** How many requests under that key were executed. */
    int executed(int vmpck) {
        long mine = executed.get() >> vmpck * (LAST_COUNTER + 2) & (1L << LAST_COUNTER + 2) - 1;
        return Long.bitCount(mine);
    }

    /** Takes over other keys, whose counters stand at {@code counter}. */
    public void absorb(int others, int counter) {
        keys.become(others);
        counters.forEach(cell -> cell.become(counter));
        begin.become(counter);
        executed.clear();
    }
}
