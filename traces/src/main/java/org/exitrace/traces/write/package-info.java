/** From events to the text that the kernel and its tools print. */
package org.exitrace.traces.write;
