/** The loop of KVM_RUN as its tracepoints tell it: what a recorded trace is held against. */
package org.exitrace.kvm.tracepoint;
