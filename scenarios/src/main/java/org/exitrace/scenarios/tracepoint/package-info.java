/** What the steps of a simulated host say to KVM's tracepoints, and the trace that follows. */
package org.exitrace.scenarios.tracepoint;
