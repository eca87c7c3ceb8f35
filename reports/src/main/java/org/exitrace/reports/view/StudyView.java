package org.exitrace.reports.view;

import java.util.List;

/**
 * A study of several sets of timed runs: two designs, or one under several times.
 *
 * @param what the kind of study, in a few words
 * @param heading what was run, and how to run it again; the design is the first where there are
 *     several
 * @param facts what else a reader must know at once, each a word and a text
 * @param parts what came of it
 */
public record StudyView(
        String what, RunHeading heading, List<Fact> facts, List<StudyPart> parts) {

    /**
     * Something to know.
     *
     * @param word what it is
     * @param text what is to be known
     */
    public record Fact(String word, String text) {
    }
}
