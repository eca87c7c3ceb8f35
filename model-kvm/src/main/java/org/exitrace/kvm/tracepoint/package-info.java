/** The loop of KVM_RUN as the kernel tells it by its tracepoints: what a recorded trace is held against. */
package org.exitrace.kvm.tracepoint;
