/** Recorded traces of KVM's tracepoints as text: read as a stream, printed as the kernel does. */
package org.exitrace.traces;
