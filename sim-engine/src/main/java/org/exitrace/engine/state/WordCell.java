package org.exitrace.engine.state;

/** Sixty-four bits as they are: a digest, a register, an address. */
public final class WordCell extends Cell {

    WordCell(CellScope scope, String name) {
        super(scope, name);
    }

    /** The value of the first state. */
    public WordCell initially(long value) {
        startAt(value);
        return this;
    }

    /** The value now. */
    public long get() {
        return load();
    }

    /** Whether the value is {@code value}. */
    public boolean is(long value) {
        return load() == value;
    }

    /** Makes it {@code value}. */
    public void become(long value) {
        store(value);
    }

    /** Back to 0. */
    public void clear() {
        store(0);
    }

    @Override
    protected int bits() {
        return 64;
    }

    @Override
    public String render(long raw) {
        return "0x" + Long.toHexString(raw);
    }

    @Override
    public String describeType() {
        return "64 bits";
    }
}
