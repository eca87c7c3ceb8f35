package org.exitrace.engine.design;

/** What each constant of a switch's enum tells about itself. */
public interface SwitchValue {

    /** All that it tells. */
    Text text();

    /** Name as people write it: lower case, words joined by hyphens. */
    default String label() {
        return text().label();
    }

    /** What it does, in one sentence. */
    default String meaning() {
        return text().meaning();
    }

    /** Where it was read; for a proposal that is ours, this says so. */
    default String source() {
        return text().source();
    }

    /**
     * What a value tells about itself.
     *
     * @param label name as people write it: lower case, words joined by hyphens
     * @param meaning what it does, in one sentence
     * @param source where it was read; for a proposal that is ours, this says so
     */
    record Text(String label, String meaning, String source) {
    }
}
