/** KVM_RUN: what the guest does, with which exit or errno it ends, and how it is completed. */
package org.exitrace.kvm.enter;
