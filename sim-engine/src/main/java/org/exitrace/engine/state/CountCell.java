package org.exitrace.engine.state;

/** A whole number between two bounds, both included. */
public final class CountCell extends Cell {

    private final int least;
    private final int most;

    CountCell(CellScope scope, String name, int least, int most) {
        super(scope, name);
        if (least > most) {
            throw new IllegalArgumentException(name + ": " + least + " is more than " + most);
        }
        this.least = least;
        this.most = most;
        startAt(least <= 0 && 0 <= most ? -(long) least : 0);
    }

    /** The value of the first state; 0 where the range has it, else the lower bound. */
    public CountCell initially(int value) {
        startAt(checked(value));
        return this;
    }

    /** The value now. */
    public int get() {
        return (int) load() + least;
    }

    /** Whether the value is {@code value}. */
    public boolean is(int value) {
        return holds((long) value - least);
    }

    /** The largest value that fits. */
    public int most() {
        return most;
    }

    /** Makes it {@code value}; a value out of range is a named error. */
    public void become(int value) {
        store(checked(value));
    }

    /** Adds one: an atomic read-modify-write. */
    public void increment() {
        if (is(most)) {
            throw outOfRange(most + 1L);
        }
        add(1);
    }

    /** Takes one away: an atomic read-modify-write. */
    public void decrement() {
        if (is(least)) {
            throw outOfRange(least - 1L);
        }
        add(-1);
    }

    /** Back to 0, as a dead cell must be. */
    public void clear() {
        become(0);
    }

    private long checked(int value) {
        if (value < least || value > most) {
            throw outOfRange(value);
        }
        return (long) value - least;
    }

    @Override
    protected int bits() {
        return Math.max(1, 64 - Long.numberOfLeadingZeros((long) most - least));
    }

    @Override
    public String render(long raw) {
        return Long.toString(raw + least);
    }

    @Override
    public String describeType() {
        return least + " to " + most;
    }
}
