/** Names and numbers of KVM's user interface and of its vCPU state; no behaviour. */
package org.exitrace.kvm.spec;
