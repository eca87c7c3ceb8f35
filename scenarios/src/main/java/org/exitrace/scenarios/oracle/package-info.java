/**
 * Oracles: published figures that scenarios predict from other published figures, with what was
 * measured beside what was predicted.
 */
package org.exitrace.scenarios.oracle;
