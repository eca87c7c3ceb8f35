package org.exitrace.reports.view;

/**
 * One number of a study as programs read it.
 *
 * @param part of the report in which it stands, such as {@code difference}
 * @param design which design it is about; empty where it is about all
 * @param at the value of what is swept; empty where nothing is
 * @param quantity what was estimated
 * @param unit of the three numbers: {@code ns}, {@code share}, {@code runs}
 * @param samples how many it rests on
 * @param value the estimate
 * @param low lower end of its 95 % interval; not a number where there is none
 * @param high upper end of its 95 % interval; not a number where there is none
 * @param method by which the interval was made; empty where there is none
 */
public record Figure(String part, String design, String at, String quantity, String unit,
        long samples, double value, double low, double high, String method) {

    /** By order statistics: assumes nothing of the distribution. */
    public static final String ORDER = "order statistics";
    /** By Wilson's score interval of a probability. */
    public static final String WILSON = "Wilson";
    /** By Newcombe's score interval of a difference of probabilities. */
    public static final String NEWCOMBE = "Newcombe";
    /** By Student's t. */
    public static final String STUDENT = "Student's t";

    /** One without an interval. */
    public static Figure exact(String part, String design, String at, String quantity,
            String unit, long samples, double value) {
        return new Figure(part, design, at, quantity, unit, samples, value,
                Double.NaN, Double.NaN, "");
    }
}
