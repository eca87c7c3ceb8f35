package org.exitrace.engine.time;

/**
 * Where a timed run gets its chance from: a seed, and behind some of its steps another. Runs of
 * one lineage are the same up to the step at which one of them branches off. Immutable.
 */
public final class Lineage {

    private final Lineage parent;
    private final long behind;
    private final long seed;

    private Lineage(Lineage parent, long behind, long seed) {
        this.parent = parent;
        this.behind = behind;
        this.seed = seed;
    }

    /** Draws from {@code seed} all along. */
    public static Lineage of(long seed) {
        return new Lineage(null, 0, seed);
    }

    /**
     * As this one up to the {@code steps}-th step; what is decided behind it draws from
     * {@code newSeed}. Times that have begun by then and still run are drawn anew as well, from
     * the lengths that they may still have.
     *
     * @param steps at least 1, and more than where this one branched off itself
     */
    public Lineage branch(long steps, long newSeed) {
        if (steps <= behind) {
            throw new IllegalArgumentException("branches off behind step " + behind
                    + ", so that it cannot behind step " + steps);
        }
        return new Lineage(this, steps, newSeed);
    }

    /** This one and those that it branched off from, the first first. */
    Lineage[] ancestors() {
        int count = 0;
        for (Lineage each = this; each != null; each = each.parent) {
            count++;
        }
        Lineage[] all = new Lineage[count];
        for (Lineage each = this; each != null; each = each.parent) {
            all[--count] = each;
        }
        return all;
    }

    /** Behind how many steps of the run it begins. */
    long behind() {
        return behind;
    }

    long seed() {
        return seed;
    }
}
