/** A bench on which one routine of KVM runs alone, on a state that was set by hand. */
package org.exitrace.kvm.bench;
