/** Memory slots, private pages, guest_memfd, and faults that meet a change of them. */
package org.exitrace.kvm.memory;
