/**
 * KVM's page tables where attributes of memory say what a VTL may do with a page: faults fill them
 * in, and whoever changes attributes takes them away. Sources: docs/vtl.md d.1, d.2.
 */
package org.exitrace.vtl.host.mmu;
