package org.exitrace.scenarios.document;

/**
 * One thing that is wrong with a file.
 *
 * @param place where; the empty file where it is about no file
 * @param sentence what is wrong and what to do, in one sentence
 */
public record Problem(Place place, String sentence) {

    /** The line that a person is shown. */
    @Override
    public String toString() {
        return place.file().isEmpty() ? sentence : place + ": " + sentence;
    }
}
