/**
 * Text, SVG and HTML from layouts, traces, findings and samples of any model.
 */
package org.exitrace.reports;
