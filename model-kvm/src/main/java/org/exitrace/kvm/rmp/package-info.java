/** The memory of an SNP guest as its host has it: nested page table and reverse map table. */
package org.exitrace.kvm.rmp;
