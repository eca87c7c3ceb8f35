package org.exitrace.engine.design;

/** What each constant of a switch's enum tells about itself. */
public interface SwitchValue {

    /** Name as people write it: lower case, words joined by hyphens. */
    String label();

    /** What it does, in one sentence. */
    String meaning();

    /** Where it was read; for a proposal that is ours, this says so. */
    String source();
}
