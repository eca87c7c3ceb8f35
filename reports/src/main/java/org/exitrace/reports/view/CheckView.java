package org.exitrace.reports.view;

/**
 * One thing that was verified.
 *
 * @param rule what kind of claim it is: {@code scenario-expectation} or {@code table-row}
 * @param suite what it belongs to: a scenario, or a table
 * @param name unique in its suite: a design, or a row
 * @param verdict {@link Verdict#HELD}, {@link Verdict#BROKEN} or {@link Verdict#UNDECIDED}
 * @param why in a sentence; may be empty where it held
 * @param file where the claim stands
 * @param line its line; 0 for the file as a whole
 * @param repeat the command that verifies it again
 */
public record CheckView(String rule, String suite, String name, Verdict verdict, String why,
        String file, int line, String repeat) {
}
