package org.exitrace.reports.view;

import java.util.List;

/**
 * One part of a study: a table, plots, what is to be said about them, and how to repeat them.
 *
 * @param title its heading
 * @param head names of the columns; none where there is no table
 * @param rows texts, as many each as the head has
 * @param plots what pages show of it; terminals do not
 * @param notes sentences below
 * @param figures its numbers, for programs
 * @param command that repeats them; empty where the study's own does
 */
public record StudyPart(String title, List<String> head, List<List<String>> rows,
        List<Plot> plots, List<String> notes, List<Figure> figures, String command) {

    /** The same, which {@code line} repeats. */
    public StudyPart repeatedBy(String line) {
        return new StudyPart(title, head, rows, plots, notes, figures, line);
    }

    /** One without a table, which says something. */
    public static StudyPart saying(String title, List<String> notes, String command) {
        return new StudyPart(title, List.of(), List.of(), List.of(), notes, List.of(), command);
    }
}
