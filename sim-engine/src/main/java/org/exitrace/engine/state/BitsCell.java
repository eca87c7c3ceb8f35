package org.exitrace.engine.state;

/** A set of small numbers, one bit each. */
public final class BitsCell extends Cell {

    private final int width;
    private String[] names;

    BitsCell(CellScope scope, String name, int width) {
        super(scope, name);
        if (width < 1 || width > 63) {
            throw new IllegalArgumentException(name + ": a set has 1 to 63 members, not " + width);
        }
        this.width = width;
    }

    /** The members of the first state, as bits. */
    public BitsCell initially(long members) {
        startAt(fits(members));
        return this;
    }

    /** What the members are called where a person reads them; numbers unless told otherwise. */
    public BitsCell named(String... memberNames) {
        if (memberNames.length != width) {
            throw new IllegalArgumentException(name() + " has " + width + " members, not "
                    + memberNames.length);
        }
        names = memberNames.clone();
        return this;
    }

    /** All members as bits. */
    public long get() {
        return load();
    }

    /** Whether {@code member} is in. */
    public boolean has(int member) {
        return (load() >>> member & 1) != 0;
    }

    /** Whether nobody is in. */
    public boolean isEmpty() {
        return load() == 0;
    }

    /** Puts {@code member} in: one atomic access, as {@code set_bit}. */
    public void add(int member) {
        store(fits(load() | 1L << member));
    }

    /** Takes {@code member} out: one atomic access, as {@code clear_bit}. */
    public void remove(int member) {
        store(load() & ~(1L << member));
    }

    /** Takes {@code member} out and tells whether it was in: one atomic access. */
    public boolean testAndClear(int member) {
        long members = load();
        store(members & ~(1L << member));
        return (members >>> member & 1) != 0;
    }

    /** Replaces all members: a plain store. */
    public void become(long members) {
        store(fits(members));
    }

    /** Takes all out. */
    public void clear() {
        store(0);
    }

    private long fits(long members) {
        if (members >>> width != 0) {
            throw outOfRange(members);
        }
        return members;
    }

    @Override
    protected int bits() {
        return width;
    }

    @Override
    public String render(long raw) {
        StringBuilder text = new StringBuilder("{");
        for (int member = 0; member < width; member++) {
            if ((raw >>> member & 1) != 0) {
                text.append(text.length() > 1 ? "," : "")
                        .append(names == null ? Integer.toString(member) : names[member]);
            }
        }
        return text.append('}').toString();
    }

    @Override
    public String describeType() {
        return "a set out of 0 to " + (width - 1);
    }
}
