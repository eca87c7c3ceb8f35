/** KVM_MEMORY_ENCRYPT_OP: its dispatcher, and its sub-commands in groups. */
package org.exitrace.kvm.launch;
