/** Memory that user space registers for an encrypted guest, so that it is pinned. */
package org.exitrace.kvm.region;
