/**
 * INIT and SIPI on their way from the sender's LAPIC to the target's thread: the separate accesses
 * of lapic.c, in its order.
 */
package org.exitrace.kvm.lapic;
