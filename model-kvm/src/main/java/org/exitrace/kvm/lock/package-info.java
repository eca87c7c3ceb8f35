/** The kernel's locks, and the order in which they may be taken. */
package org.exitrace.kvm.lock;
