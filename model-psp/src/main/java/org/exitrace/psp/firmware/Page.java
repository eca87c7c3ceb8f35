package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * One page of memory, 4 KiB, with its entry of the reverse map table. Which state it is in follows
 * from the entry; that of a page inside of a large page from the large page's entry, which is that
 * of its first page. A large page of the model has {@link Pages#PER_LARGE} pages instead of 512.
 */
public final class Page extends Region {

    /** Most contents that can be told apart. */
    public static final int MOST_CONTENTS = 7;
    /** What a secret of its owner is, in a guest's page. */
    public static final int SECRET = MOST_CONTENTS - 1;
    /** What is left where something was decrypted with a wrong key. */
    public static final int UNREADABLE = MOST_CONTENTS;

    /** Its entry, whether or not it counts: see {@link Pages#entry}. */
    public final RmpEntry entry;
    /** Whether the table covers its address; what is not covered is DEFAULT. */
    public final FlagCell covered = cells().flag("covered").initially(true);
    /**
     * The table's count of small pages that are assigned in the large page that begins here is
     * wrong; where it is right it follows from the entries and is not kept.
     */
    public final FlagCell miscounted = cells().flag("miscounted");
    /** What is written in it, as its owner would read it: 0 for zeros. */
    public final CountCell content = cells().count("content", MOST_CONTENTS);
    /** The key of a guest with which that is encrypted in memory; 0 where it is not. */
    public final CountCell cipher = cells().count("cipher", Entropy.MOST);

    /** A message between a guest and the firmware that lies in it. */
    public final GuestMessage message;
    /** If it holds a page that was swapped out, encrypted: which. */
    public final Seal seal = new Seal(cells().in("seal"));
    /** If it is a METADATA page, or such a page swapped out: its entry; hardware has 64. */
    public final SwapEntry swapped;

    private final int number;

    /** Declares page {@code number}, from 0. */
    public Page(CellScope scope, int number, FirmwareBounds bounds) {
        super(scope);
        this.number = number;
        entry = new RmpEntry(cells().in("rmp"), bounds);
        message = new GuestMessage(cells().in("message"), bounds);
        swapped = new SwapEntry(cells().in("swapped"), bounds);
    }

    /** Its number, from 0. */
    public int number() {
        return number;
    }

    /** Something is written over all that lay in it. */
    public void write(int what) {
        content.become(what);
        cipher.clear();
        message.clear();
        seal.clear();
        swapped.clear();
    }

    /** Gets all that lies in {@code other}. */
    public void copy(Page other) {
        content.become(other.content.get());
        cipher.become(other.cipher.get());
        message.take(other.message);
        seal.take(other.seal);
        swapped.take(other.swapped);
    }
}
