/** Tables of what each ioctl gives in which state, and how their rows are run. */
package org.exitrace.kvm.conformance;
