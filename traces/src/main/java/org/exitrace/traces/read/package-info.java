/** From bytes to events, and a tally of all that was wrong on the way. */
package org.exitrace.traces.read;
