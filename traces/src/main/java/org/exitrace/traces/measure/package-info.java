/** What a trace tells in numbers: how often guests left, why, and how long they were away. */
package org.exitrace.traces.measure;
