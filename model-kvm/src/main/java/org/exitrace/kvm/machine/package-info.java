/** How a KVM host is put together, and what it promises. */
package org.exitrace.kvm.machine;
