package org.exitrace.vtl.state;

/**
 * What each SynIC has.
 *
 * @param sints SINTs with their message slots, from 0
 * @param timers synthetic timers, from 1
 * @param flags event flags of each SINT, from 0
 */
public record SynicParts(int sints, int timers, int flags) {

    /** Event flags are of SINTs. */
    public SynicParts {
        if (flags > 0 && sints == 0) {
            throw new IllegalArgumentException("event flags are of SINTs, and there are none");
        }
    }
}
