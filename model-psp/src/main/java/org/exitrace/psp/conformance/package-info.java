/**
 * The firmware's checks as rows of tables: one row for each thing that a command refuses, for each
 * two whose order matters, and for its success; and what runs them.
 */
package org.exitrace.psp.conformance;
