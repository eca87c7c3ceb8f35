package org.exitrace.engine.routine;

import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.CellScope;

/**
 * A modelled read-write semaphore: free, held by one writer, or by some readers. Use it in the
 * guard and the effect of one label: {@code await("down_read", sem::isReadable, sem::downRead)}.
 */
public final class RwSemCell extends Cell {

    private static final int BITS = 6;
    private static final long WRITER = (1L << BITS) - 1;

    /** Declares a semaphore that is free. */
    public RwSemCell(CellScope scope, String name) {
        super(scope, name);
    }

    /** Whether nobody holds it. */
    public boolean isFree() {
        return load() == 0;
    }

    /** Whether no writer holds it. */
    public boolean isReadable() {
        return load() != WRITER;
    }

    /** One reader more: {@code down_read}, where {@link #isReadable}. */
    public void downRead() {
        long readers = load();
        if (readers >= WRITER - 1) {
            throw outOfRange(readers + 1);
        }
        store(readers + 1);
    }

    /** One reader less: {@code up_read}. */
    public void upRead() {
        long readers = load();
        if (readers == 0 || readers == WRITER) {
            throw new IllegalStateException(name() + " is not held by a reader");
        }
        store(readers - 1);
    }

    /** The writer has it: {@code down_write}, where {@link #isFree}. */
    public void downWrite() {
        if (!isFree()) {
            throw new IllegalStateException(name() + " is not free");
        }
        store(WRITER);
    }

    /** The writer gives it back: {@code up_write}. */
    public void upWrite() {
        if (load() != WRITER) {
            throw new IllegalStateException(name() + " is not held by a writer");
        }
        store(0);
    }

    /** Frees it, whoever holds it: the memory in which it lay is gone. */
    public void forget() {
        store(0);
    }

    @Override
    protected int bits() {
        return BITS;
    }

    @Override
    public String render(long raw) {
        return raw == 0 ? "free" : raw == WRITER ? "written" : "read by " + raw;
    }

    @Override
    public String describeType() {
        return "free, held by a writer, or by up to " + (WRITER - 1) + " readers";
    }
}
