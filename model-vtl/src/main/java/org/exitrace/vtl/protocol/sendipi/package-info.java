/**
 * HvCallSendSyntheticClusterIpi, whose target VTL was read before it was there: the second bug of
 * the RFC's thread, docs/vtl.md d.4 R1.
 */
package org.exitrace.vtl.protocol.sendipi;
