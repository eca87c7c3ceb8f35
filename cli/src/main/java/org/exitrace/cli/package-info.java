/**
 * The command line: one class per verb, and the only place that prints.
 */
package org.exitrace.cli;
