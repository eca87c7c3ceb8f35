package org.exitrace.reports.view;

import java.util.List;
import java.util.Optional;

/**
 * A family of designs, compared. Cells and figures stand in the order of the columns.
 *
 * @param family its name
 * @param title what is compared, in one line
 * @param about the same in some sentences
 * @param sources where the designs were read
 * @param columns the designs
 * @param rows the properties
 * @param searches scenario by scenario
 * @param bounds how far all of them were to go, in words; empty where that is as far as there is
 * @param elsewhere properties that entries of the catalogue decide
 * @param schedules those that break something, by number from 1
 * @param operations what was measured
 * @param notes what else must be known of cells, in sentences
 * @param counts how many cells are what, in words
 * @param reproduction the one line that compares again
 */
public record ComparisonView(String family, String title, String about, List<String> sources,
        List<Column> columns, List<Row> rows, List<Searches> searches, String bounds,
        List<Elsewhere> elsewhere, List<Schedule> schedules, List<Operation> operations,
        List<String> notes, String counts, String reproduction) {

    /**
     * A design.
     *
     * @param name its name
     * @param title what it does, in one line
     * @param switches its switches and parameters that are not as usual, in words
     */
    public record Column(String name, String title, String switches) {
    }

    /**
     * A property.
     *
     * @param group the title of the group that it stands in
     * @param property what is promised
     * @param scenarios where it was decided, in words
     * @param cells one for each column
     */
    public record Row(String group, PropertyView property, String scenarios, List<Cell> cells) {
    }

    /** What a cell tells. */
    public enum Shade { KEPT, BROKEN, UNKNOWN, NONE }

    /**
     * A property in one design.
     *
     * @param shade what is known
     * @param word the same in a word
     * @param schedule the number of the schedule that breaks it; 0 where there is none
     * @param extent how many states were seen, or steps are needed, in words; may be empty
     * @param detail the same scenario by scenario, each on a line
     */
    public record Cell(Shade shade, String word, int schedule, String extent, String detail) {
    }

    /**
     * The searches of one scenario.
     *
     * @param scenario its name
     * @param title what happens in it, and how far it was to be searched
     * @param cells how many states were seen, one for each column
     */
    public record Searches(String scenario, String title, List<Cell> cells) {
    }

    /**
     * A property that another machine decides.
     *
     * @param property what is promised
     * @param title what happens in the machine that has it
     * @param broken designs of that machine that break it, in words
     * @param command that searches it
     */
    public record Elsewhere(PropertyView property, String title, String broken, String command) {
    }

    /**
     * A shortest schedule.
     *
     * @param number in the order of the rows, from 1
     * @param title design, scenario, and how long it is
     * @param properties ids of those that are shown by it
     * @param run what happens
     * @param reproduction the one line that repeats it
     */
    public record Schedule(
            int number, String title, List<String> properties, RunView run, String reproduction) {
    }

    /**
     * A measured operation.
     *
     * @param name its name
     * @param title what is done, and in which scenario
     * @param figures one for each column
     */
    public record Operation(String name, String title, List<Figures> figures) {
    }

    /**
     * What an operation takes in one design; each time that it was done is a sample.
     *
     * @param steps of all actors
     * @param crossings between guest and host; empty where nobody said which steps these are
     * @param ns in virtual time; empty where there is no profile
     * @param why why something is missing; else empty
     */
    public record Figures(Optional<long[]> steps, Optional<long[]> crossings,
            Optional<long[]> ns, String why) {
    }
}
