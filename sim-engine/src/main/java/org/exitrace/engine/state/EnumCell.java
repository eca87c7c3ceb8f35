package org.exitrace.engine.state;

/**
 * One constant of an enum; the first constant is the value of the first state unless told
 * otherwise.
 *
 * @param <E> the enum
 */
public final class EnumCell<E extends Enum<E>> extends Cell {

    private final E[] values;

    EnumCell(CellScope scope, String name, Class<E> type) {
        super(scope, name);
        this.values = type.getEnumConstants();
    }

    /** The value of the first state. */
    public EnumCell<E> initially(E value) {
        startAt(value.ordinal());
        return this;
    }

    /** The value now. */
    public E get() {
        return values[(int) load()];
    }

    /** Whether the value is {@code value}. */
    public boolean is(E value) {
        return load() == value.ordinal();
    }

    /** Whether the value is one of the two. */
    public boolean isEither(E one, E other) {
        long raw = load();
        return raw == one.ordinal() || raw == other.ordinal();
    }

    /** Makes it {@code value}. */
    public void become(E value) {
        store(value.ordinal());
    }

    /** Back to the enum's first constant, as a dead cell must be. */
    public void clear() {
        store(0);
    }

    @Override
    protected int bits() {
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(values.length - 1));
    }

    @Override
    public String render(long raw) {
        return raw < values.length ? values[(int) raw].toString() : "?" + raw;
    }

    @Override
    public String describeType() {
        return "one of " + java.util.Arrays.toString(values);
    }
}
