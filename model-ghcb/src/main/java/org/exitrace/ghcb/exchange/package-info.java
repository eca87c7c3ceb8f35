/**
 * A guest's virtual CPU that speaks to its host through a whole GHCB page and the GHCB MSR, and
 * what scripts can tell it to do.
 */
package org.exitrace.ghcb.exchange;
