package org.exitrace.reports.view;

import java.util.List;

/**
 * A study of several sets of timed runs: two designs, or one under several times.
 *
 * @param what the kind of study, in a few words
 * @param heading what was run, and how to run it again
 * @param design whose switches the heading has, where there are several; else empty
 * @param facts what else a reader must know at once, each a word and a text
 * @param parts what came of it
 */
public record StudyView(
        String what, RunHeading heading, String design, List<Fact> facts,
        List<StudyPart> parts) {

    /** The same with other parts. */
    public StudyView with(List<StudyPart> others) {
        return new StudyView(what, heading, design, facts, others);
    }

    /**
     * Something to know.
     *
     * @param word what it is
     * @param text what is to be known
     */
    public record Fact(String word, String text) {
    }
}
