/** Writes JSON by hand: no library is needed to write it. */
package org.exitrace.reports.json;
