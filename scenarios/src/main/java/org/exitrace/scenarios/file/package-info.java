/**
 * Scenario files: what one says, and how it is read and checked against schema and model, with
 * every error told at once.
 */
package org.exitrace.scenarios.file;
