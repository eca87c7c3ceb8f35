package org.exitrace.vtl.call;

/**
 * HvCallSendSyntheticClusterIpi to one virtual processor.
 *
 * @param vp to which virtual processor
 * @param vtl to which VTL of it
 * @param vector which vector
 */
public record SendIpi(int vp, int vtl, int vector) implements HvCall {
}
