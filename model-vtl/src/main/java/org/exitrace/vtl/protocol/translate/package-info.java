/**
 * HvCallTranslateVirtualAddress by VTL 1 in the context of VTL 0, whose vCPU may be anywhere: the
 * first bug of the RFC's thread, docs/vtl.md d.3.
 */
package org.exitrace.vtl.protocol.translate;
