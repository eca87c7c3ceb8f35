/**
 * What a report shows: plain values that runs, searches and samples are adapted to, so that text
 * and pages know neither a model nor how the run was made.
 */
package org.exitrace.reports.view;
