/**
 * The private and shared memory of an SNP guest as its software meets it: its page table, and the
 * instructions that touch the reverse map table. The table itself is the host's.
 */
package org.exitrace.ghcb.memory;
