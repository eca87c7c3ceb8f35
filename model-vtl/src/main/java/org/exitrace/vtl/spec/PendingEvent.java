package org.exitrace.vtl.spec;

/**
 * What a processor is about to deliver; by its number.
 *
 * <p>Source: docs/vtl.md a.8.
 */
public enum PendingEvent {
    EXCEPTION,
    MEMORY_INTERCEPT,
    NESTED_MEMORY_INTERCEPT,
    VIRTUALIZATION_FAULT,
    HYPERCALL_OUTPUT,
    EXTERNAL_INTERRUPT,
    SHADOW_IPT
}
