package org.exitrace.engine.state;

/** A pointer as the vector knows it: the index of one of {@code size} things, or none. */
public final class IndexCell extends Cell {

    private final int size;

    IndexCell(CellScope scope, String name, int size) {
        super(scope, name);
        this.size = size;
    }

    /** The value of the first state; none unless told otherwise. */
    public IndexCell initially(int index) {
        startAt(checked(index) + 1);
        return this;
    }

    /** Whether it points nowhere. */
    public boolean isNone() {
        return load() == 0;
    }

    /** Whether it points at {@code index}. */
    public boolean is(int index) {
        return load() == index + 1L;
    }

    /** The index; reading a pointer that points nowhere is an error of the model. */
    public int get() {
        long raw = load();
        if (raw == 0) {
            throw new IllegalStateException("cell '" + name() + "' points nowhere");
        }
        return (int) raw - 1;
    }

    /** Points it at {@code index}. */
    public void become(int index) {
        store(checked(index) + 1);
    }

    /** Points it nowhere. */
    public void clear() {
        store(0);
    }

    private long checked(int index) {
        if (index < 0 || index >= size) {
            throw outOfRange(index);
        }
        return index;
    }

    @Override
    protected int bits() {
        return 64 - Long.numberOfLeadingZeros(size);
    }

    @Override
    public String render(long raw) {
        return raw == 0 ? "none" : Long.toString(raw - 1);
    }

    @Override
    public String describeType() {
        return "none or 0 to " + (size - 1);
    }
}
