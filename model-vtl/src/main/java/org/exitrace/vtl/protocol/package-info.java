/**
 * The step protocols that were proposed for virtual trust levels, each as a small machine of its
 * own: one access to shared memory is one step, so that all orders can be tried.
 */
package org.exitrace.vtl.protocol;
