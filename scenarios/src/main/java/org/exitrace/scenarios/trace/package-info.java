/** Holds traces that were recorded on a real host against the model of KVM_RUN. */
package org.exitrace.scenarios.trace;
