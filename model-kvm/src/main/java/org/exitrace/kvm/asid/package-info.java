/** How KVM gives ASIDs out, takes them back, and makes them usable again. */
package org.exitrace.kvm.asid;
