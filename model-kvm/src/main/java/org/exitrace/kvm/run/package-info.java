/** KVM_RUN: the loop that enters the guest, handles its exits and blocks, in x86.c's order. */
package org.exitrace.kvm.run;
