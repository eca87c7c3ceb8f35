/** One line of a trace: when, where and by whom, in front of what was said. */
package org.exitrace.traces.line;
