package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/**
 * The random number generator. All that matters of a fresh key or nonce is that it differs from
 * all others, so that it is the next number.
 */
public final class Entropy extends Region {

    /** Most numbers that can be drawn in one run. */
    public static final int MOST = 255;

    /** How many were drawn. */
    private final CountCell drawn = cells().count("drawn", MOST);

    /** Declares it in {@code scope}. */
    public Entropy(CellScope scope) {
        super(scope);
    }

    /** {@code numbers} were drawn before the first state. */
    void initially(int numbers) {
        drawn.initially(numbers);
    }

    /** A number that nobody was given before, from 1. */
    public int draw() {
        drawn.increment();
        return drawn.get();
    }
}
