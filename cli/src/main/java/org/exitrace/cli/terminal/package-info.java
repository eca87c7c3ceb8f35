/** What the process is connected to: streams, terminals and the person at them. */
package org.exitrace.cli.terminal;
