/** What tracepoints say: the table of their texts, by which bodies are read and printed. */
package org.exitrace.traces.body;
