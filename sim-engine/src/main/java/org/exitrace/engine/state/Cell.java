package org.exitrace.engine.state;

/**
 * A typed window on some bits of one word of the vector.
 *
 * <p>A cell refuses what is out of its range, so that a bound is never passed in silence.
 * Subclasses give the bits a type; nobody else reads or writes the vector.
 */
public abstract class Cell {

    private final Frame frame;
    private final String name;
    private final CellClass cellClass;
    private int index = -1;
    private int word;
    private long wordBit;
    private int shift;
    private long mask;
    private long initial;

    /** Declares the cell in {@code scope}; its place is fixed when the layout is closed. */
    protected Cell(CellScope scope, String name) {
        this.frame = scope.frame();
        this.name = scope.qualify(name);
        this.cellClass = scope.cellClass();
        scope.declare(this);
    }

    /** Full name, such as {@code vcpu[2].mp_state}; stable, used by traces and schedules. */
    public final String name() {
        return name;
    }

    /** What the cell is for. */
    public final CellClass cellClass() {
        return cellClass;
    }

    /** Place in declaration order. */
    public final int index() {
        return index;
    }

    /** Index of the word that holds the cell. */
    public final int word() {
        return word;
    }

    /** By how many bits its value is shifted inside of its word. */
    public final int shift() {
        return shift;
    }

    /** The bits of its value, before they are shifted: all of them 1. */
    public final long mask() {
        return mask;
    }

    /** Bits that the cell takes, 1 to 64; asked once, when the layout is closed. */
    protected abstract int bits();

    /** How a person reads the value {@code raw}. */
    public abstract String render(long raw);

    /** The type and range, as a person reads it. */
    public abstract String describeType();

    /** Value of this cell in the state that {@code words} holds. */
    public final long rawIn(long[] words) {
        return (words[word] >>> shift) & mask;
    }

    /** Puts the value {@code raw} of this cell into the state that {@code words} holds. */
    public final void putInto(long[] words, long raw) {
        if ((raw & ~mask) != 0) {
            throw outOfRange(raw);
        }
        words[word] = (words[word] & ~(mask << shift)) | (raw << shift);
    }

    /** Value of this cell in {@code words}, rendered. */
    public final String renderIn(long[] words) {
        return render(rawIn(words));
    }

    /** The value now, as bits. */
    protected final long load() {
        Frame f = frame;
        if (f.reader != null) {
            f.reader.read(this);
        }
        f.reads |= wordBit;
        return (f.words[word] >>> shift) & mask;
    }

    /** Replaces the value; the caller has checked the range. */
    protected final void store(long value) {
        Frame f = frame;
        long before = f.words[word];
        long after = before & ~(mask << shift) | value << shift;
        if (f.observer != null) {
            f.observer.written(this, after != before);
        }
        f.words[word] = after;
    }

    /** Whether its bits are {@code raw}: less than what {@link #load} tells. */
    protected final boolean holds(long raw) {
        Frame f = frame;
        if (f.reader != null) {
            f.reader.compared(this, raw);
        }
        f.reads |= wordBit;
        return ((f.words[word] >>> shift) & mask) == raw;
    }

    /** Adds to the value without reading it; the caller has checked that it stays in its range. */
    protected final void add(long by) {
        Frame f = frame;
        if (f.observer != null) {
            f.observer.added(this, by);
        }
        f.words[word] += by << shift;
    }

    /** Sets the value that the cell has in the first state. */
    protected final void startAt(long value) {
        initial = value;
    }

    /** The error that tells that {@code value} does not fit. */
    protected final CellRangeException outOfRange(long value) {
        return new CellRangeException(name, describeType(), value);
    }

    final void place(int position, int atWord, int atShift, int width) {
        index = position;
        word = atWord;
        wordBit = 1L << atWord;
        shift = atShift;
        mask = width == 64 ? -1L : (1L << width) - 1;
    }

    final void initialize() {
        frame.words[word] = (frame.words[word] & ~(mask << shift)) | (initial << shift);
    }

    @Override
    public final String toString() {
        return name;
    }
}
