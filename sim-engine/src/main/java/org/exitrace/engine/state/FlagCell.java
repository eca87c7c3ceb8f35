package org.exitrace.engine.state;

/** One bit. */
public final class FlagCell extends Cell {

    FlagCell(CellScope scope, String name) {
        super(scope, name);
    }

    /** The value of the first state. */
    public FlagCell initially(boolean value) {
        startAt(value ? 1 : 0);
        return this;
    }

    /** Whether the bit is 1. */
    public boolean isSet() {
        return load() != 0;
    }

    /** Whether the bit is 0. */
    public boolean isClear() {
        return load() == 0;
    }

    /** Makes it 1. */
    public void raise() {
        store(1);
    }

    /** Makes it 0. */
    public void clear() {
        store(0);
    }

    /** Makes it {@code value}. */
    public void become(boolean value) {
        store(value ? 1 : 0);
    }

    /** Makes it 0 and tells whether it was 1: one atomic access, as {@code test_and_clear_bit}. */
    public boolean testAndClear() {
        boolean was = load() != 0;
        store(0);
        return was;
    }

    /** Makes it 1 and tells whether it was 1: one atomic access, as {@code test_and_set_bit}. */
    public boolean testAndSet() {
        boolean was = load() != 0;
        store(1);
        return was;
    }

    @Override
    protected int bits() {
        return 1;
    }

    @Override
    public String render(long raw) {
        return raw == 0 ? "0" : "1";
    }

    @Override
    public String describeType() {
        return "0 or 1";
    }
}
